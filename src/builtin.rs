//! The instruments that come with the crate: the files of `indicators/`, embedded.

use std::sync::LazyLock;

use crate::catalogue::Catalogue;
use crate::tree::Input;

/// The files of an instrument: the manifest, and the domain files by name.
struct Embedded {
    manifest: &'static [u8],
    domains: &'static [(&'static str, &'static [u8])],
}

/// Embeds the files of one folder of `indicators/`.
macro_rules! embedded {
    ($folder:literal $(, $domain:literal)*) => {
        Embedded {
            manifest: include_bytes!(concat!("../indicators/", $folder, "/catalogue.json")),
            domains: &[
                $(($domain, include_bytes!(concat!("../indicators/", $folder, "/", $domain)))),*
            ],
        }
    };
}

static LOCAL: LazyLock<Catalogue> = LazyLock::new(|| {
    embedded!("local", "mr.json", "wg.json", "pa.json", "wb.json", "cr.json", "so.json").catalogue()
});
static SDG_10_7_2: LazyLock<Catalogue> = LazyLock::new(|| embedded!("sdg-10.7.2").catalogue());

impl Embedded {
    fn catalogue(&self) -> Catalogue {
        let fetch = |name: &str| {
            let (_, bytes) = self.domains.iter().find(|(known, _)| *known == name)?;
            Some(Input::embedded(bytes))
        };
        // INVARIANT: the embedded files are sound; a test loads each of them.
        #[expect(clippy::expect_used, reason = "INVARIANT: the embedded files are sound")]
        Catalogue::from_documents(Input::embedded(self.manifest), fetch)
            .expect("an embedded catalogue is sound")
    }
}

impl Catalogue {
    /// The local Migration Governance Indicators: 90 indicators in six domains, in English and
    /// Spanish.
    ///
    /// The International Organization for Migration has not published its list. These indicators
    /// are this project's own, modelled on published material; each names its sources and how well
    /// founded it is, and [`Catalogue::notice`] says so to readers.
    ///
    /// The files are read and checked once, at the first call; every call returns the same catalogue.
    ///
    /// # Example
    ///
    /// ```
    /// let catalogue = mgi::Catalogue::local();
    /// let indicator = catalogue.indicator("MR15").unwrap();
    /// assert!(indicator.question("es").starts_with('¿'));
    /// ```
    #[must_use]
    pub fn local() -> Self {
        LOCAL.clone()
    }

    /// Indicator 10.7.2 of the Sustainable Development Goals: 30 items in six domains, for States.
    ///
    /// The wording is this project's own; sub-categories, coding and classes are those of the
    /// published metadata, where a missing answer counts as no.
    ///
    /// The files are read and checked once, at the first call; every call returns the same catalogue.
    ///
    /// # Example
    ///
    /// ```
    /// let catalogue = mgi::Catalogue::sdg_10_7_2();
    /// assert_eq!(catalogue.indicators().len(), 30);
    /// assert_eq!(catalogue.schemes()[0].overall(), Some(mgi::catalogue::Overall::Indicators));
    /// ```
    #[must_use]
    pub fn sdg_10_7_2() -> Self {
        SDG_10_7_2.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_catalogues_are_sound_and_well_made() {
        for catalogue in [Catalogue::local(), Catalogue::sdg_10_7_2()] {
            let problems: Vec<String> = catalogue
                .lint()
                .iter()
                .map(|problem| format!("{}: {}", problem.pointer(), problem.message("en")))
                .collect();
            assert_eq!(problems, Vec::<String>::new(), "{}", catalogue.id());
        }
    }
}
