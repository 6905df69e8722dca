use super::*;

const SAMPLE: &str =
    r#"{"z":[null,true,0,-1,1.5,"a\"\u0001ñ",{}],"a":{"~/":18446744073709551615},"":[]}"#;

fn sample() -> Json {
    serde_json::from_str(SAMPLE).unwrap()
}

#[test]
fn members_keep_their_order() {
    assert_eq!(sample().to_string(), SAMPLE);
    let mut object = Json::object([("z", 1), ("a", 2)]);
    object.put("b", 3);
    object.put("z", "last");
    assert_eq!(object.to_string(), r#"{"z":"last","a":2,"b":3}"#);
    let names: Vec<&str> = object.members().map(|(name, _)| name).collect();
    assert_eq!(names, ["z", "a", "b"]);
}

#[test]
fn it_is_indented_as_serde_json_indents() {
    // Sorted, as a value of `serde_json` is.
    let json = r#"{"a":[1,{"b":[]}],"c":{}}"#;
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    let own: Json = serde_json::from_str(json).unwrap();
    assert_eq!(format!("{own:#}"), format!("{value:#}"));
    assert_eq!(format!("{own:?}"), json);
}

#[test]
fn it_converts_from_and_to_other_values() {
    let value = serde_json::to_value(sample()).unwrap();
    assert_eq!(value, serde_json::from_str::<serde_json::Value>(SAMPLE).unwrap());
    assert_eq!(Json::deserialize(value).unwrap(), sample());
}

#[test]
fn values_are_equal_whatever_the_order() {
    let other: Json = serde_json::from_str(r#"{"b":2,"a":1}"#).unwrap();
    assert_eq!(other, Json::object([("a", 1), ("b", 2)]));
    assert_ne!(other, Json::object([("a", 1)]));
    assert_ne!(Json::list([1, 2]), Json::list([2, 1]));
}

#[test]
fn pointers_lead_to_values() {
    let sample = sample();
    assert_eq!(sample.pointer(""), Some(&sample));
    assert_eq!(sample.pointer("/a/~0~1"), Some(&u64::MAX.into()));
    assert_eq!(sample.pointer("/z/0"), Some(&Json::default()));
    assert_eq!(sample.pointer("/"), Some(&Json::list([0; 0])));
    for nowhere in ["a", "/b", "/z/00", "/z/+1", "/z/7", "/z/-1", "/z/-", "/z/0/0", "//"] {
        assert_eq!(sample.pointer(nowhere), None, "{nowhere}");
    }
}

#[test]
fn what_is_absent_is_null() {
    let sample = sample();
    assert_eq!(sample["z"][4], Json::from(1.5));
    assert_eq!(sample["z"][1], true);
    assert_eq!(sample["z"][3], -1);
    for absent in [&sample["b"], &sample["z"]["a"], &sample["z"][9], &sample["a"][0]] {
        assert!(absent.is_null());
    }
    assert_eq!(sample["z"].members().len(), 0);
    assert!(sample["a"].items().is_empty());
}

#[test]
fn what_json_cannot_write_is_null() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(Json::from(number).is_null());
    }
}
