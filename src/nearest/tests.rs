use super::*;

#[test]
fn codes_are_found_however_they_are_typed() {
    let codes = ["MR01", "MR10", "MR11", "WB01"];
    for got in ["mr-1", "MR1", "MR-01", "mr01", "Mr 1"] {
        assert_eq!(nearest(got, codes).best(), Some("MR01"), "{got}");
    }
}

#[test]
fn only_what_never_changes_a_meaning_is_certain() {
    for (got, word) in [
        ("mr01", "MR01"),
        (" MR01\u{a0}", "MR01"),
        ("«MR01»", "MR01"),
        ("in place", "in_place"),
        ("In-Place.", "in_place"),
        ("“In place.”", "in place"),
        ("Existe y esta vigente", "Existe y está vigente."),
        ("nin\u{303}ez", "Niñez"),
        ("women’s institute", "Women's institute"),
    ] {
        assert_eq!(nearest(got, [word, "another"]).certain(), Some(word), "{got}");
        assert_eq!(same(got, [word, "another"]).certain(), Some(word), "{got}");
    }
    for (got, word) in [
        ("mr-1", "MR01"),
        ("MR1", "MR01"),
        ("MR1.0", "MR10"),
        ("> 50 %", "< 50 %"),
        ("-1", "1"),
        ("1.0", "10"),
        ("0.3", "3"),
        ("10.5", "1.05"),
        ("15", "1-5"),
        ("5 hours", "0.5 hours"),
        ("C++", "C"),
        ("☒ Edad", "Edad"),
        ("[x] Mujeres", "Mujeres"),
        ("!in_place", "in_place"),
        ("~~in_place~~", "in_place"),
        ("¿Existe?", "Existe"),
        ("s1.0", "s10"),
        ("A-", "A"),
    ] {
        assert_eq!(nearest(got, [word]).certain(), None, "{got}");
        assert_eq!(same(got, [word]).certain(), None, "{got}");
    }
}

#[test]
fn where_two_words_are_the_same_none_is_certain() {
    for (got, two) in [("SI", ["Sí", "si"]), ("CO-OP", ["co-op", "coop"]), ("a-b", ["a b", "ab"])]
    {
        let candidates = nearest(got, two);
        assert!(candidates.words().eq(two), "{got}");
        assert_eq!(candidates.certain(), None, "{got}");
    }
}

#[test]
fn a_slip_of_the_hand_is_found_but_is_not_certain() {
    let words = ["in_place", "partly", "in_preparation", "not_in_place"];
    for (got, want) in [("prtly", "partly"), ("partyl", "partly"), ("xpartly", "partly")] {
        assert_eq!(nearest(got, words).best(), Some(want), "{got}");
        assert_eq!(nearest(got, words).certain(), None, "{got}");
    }
    assert_eq!(nearest("in place", words).certain(), Some("in_place"));
}

#[test]
fn another_word_is_not_found() {
    let words = ["in_place", "partly", "in_preparation", "not_in_place"];
    for got in ["yes", "", "-", &"x".repeat(1000)] {
        assert!(nearest(got, words).is_empty(), "{got}");
    }
}

#[test]
fn the_nearest_comes_first_and_two_that_are_equally_near_leave_doubt() {
    let words = ["plaza", "plan", "plans", "planet"];
    let words: Vec<_> = nearest("planez", words).words().collect();
    assert_eq!(words, ["planet", "plan", "plans"]);
    assert_eq!(nearest("S-1", ["s1", "s01"]).certain(), None);
}

#[test]
fn accents_do_not_count() {
    for (got, word) in [("revision", "revisión"), ("REVISÃO", "revisao"), ("façade", "facade")] {
        assert_eq!(nearest(got, [word]).certain(), Some(word));
    }
}

#[test]
fn swapped_inserted_deleted_and_changed_letters_count_one_each() {
    let distance = |left: &str, right: &str| {
        let [left, right] = [left, right].map(|word| word.chars().collect::<Vec<_>>());
        let far = distance(&left, &right, 9);
        // A bound changes nothing but whether there is an answer.
        for most in 0..9 {
            assert_eq!(distance(&left, &right, most), far.filter(|far| *far <= most));
        }
        far
    };
    for (left, right, want) in [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("abc", "abcd", 1),
        ("abc", "ab", 1),
        ("abc", "axc", 1),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
    ] {
        assert_eq!(distance(left, right), Some(want), "{left} {right}");
    }
}

#[test]
fn about_one_letter_in_three_may_differ_and_never_more_than_four() {
    for (got, word, is_near) in [
        ("abc", "abx", true),
        ("abc", "axy", false),
        ("abcde", "abcxy", false),
        ("abcdef", "abcdxy", true),
        ("abcdef", "abcxyz", false),
        ("abcdefghijklmno", "abcdefghijkwxyz", true),
        ("abcdefghijklmno", "abcdefghijvwxyz", false),
        // In a word of one or two letters none may.
        ("ab", "ax", false),
        ("ab", "abc", false),
        ("abc", "ab", false),
        ("a-b", "ab", true),
    ] {
        assert_eq!(nearest(got, [word]).best(), is_near.then_some(word), "{got} {word}");
    }
}

#[test]
fn of_a_word_that_is_too_long_nothing_is_said() {
    let [known, long] =
        [62, 63].map(|length| "ab".chars().cycle().take(length).collect::<String>());
    assert_eq!(nearest(&long, [&*known]).best(), Some(&*known));
    // As long as can be, and one that is longer and begins and ends otherwise.
    let [got, known] = ["ba".repeat(31) + "b", "a".to_owned() + &"ba".repeat(31) + "a"];
    assert_eq!(nearest(&got, [&*known]).best(), Some(&*known));
    let too_long = "ab".repeat(32);
    assert!(nearest(&too_long, [&*known, &*too_long]).is_empty());
}

#[test]
fn three_words_are_suggested_at_most_those_known_first() {
    let words: Vec<_> =
        nearest("plan", ["planx", "plane", "plant", "plans", "plan1"]).words().collect();
    assert_eq!(words, ["planx", "plane", "plant"]);
}

#[test]
fn a_first_look_sends_no_near_word_away_and_short_ways_lead_to_the_same_distance() {
    /// The definition, without any short way.
    fn plainly(left: &[char], right: &[char]) -> usize {
        let ([rest_left @ .., a], [rest_right @ .., b]) = (left, right) else {
            return left.len().max(right.len());
        };
        let changed = plainly(rest_left, rest_right) + usize::from(a != b);
        let shorter = plainly(rest_left, right).min(plainly(left, rest_right)) + 1;
        match (rest_left, rest_right) {
            ([left @ .., c], [right @ .., d]) if (a, b) == (d, c) => {
                changed.min(shorter).min(plainly(left, right) + 1)
            }
            _ => changed.min(shorter),
        }
    }
    let mut words = vec![String::new()];
    for start in 0..40 {
        words.extend(["a", "b", "c"].map(|letter| words[start].clone() + letter));
    }
    for left in &words {
        for right in &words {
            let (of_left, of_right) = (Skeleton::of(left), Skeleton::of(right));
            let (letters, others) = (of_left.letters(), of_right.letters());
            let want = plainly(letters, others);
            assert_eq!(distance(letters, others, 9), Some(want), "{left} {right}");
            for most in 0..4 {
                let is_kept = of_left.compared_with(right, most).is_some();
                assert!(is_kept || want > most, "{left} {right} {most}");
            }
        }
    }
}
