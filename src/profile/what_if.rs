use super::Profile;
use crate::assess::Assessment;
use crate::edit::Editor;
use crate::problem::Report;
use crate::stage::Stage;

impl Assessment {
    /// The profile as it would be with some changes to the answers; the assessment stays as it is.
    ///
    /// The changed answers are assessed as a draft, so that a supposed answer needs no evidence and
    /// leaves no gap. The profile is by the first scheme of the catalogue, as with
    /// [`Assessment::profile`].
    ///
    /// # Errors
    ///
    /// A [`Report`] when the changed answers have an error, such as an option that the question does
    /// not offer, or are beyond a limit.
    ///
    /// # Example
    ///
    /// ```
    /// use mgi::edit::NewAnswer;
    /// use mgi::{Catalogue, Code, ResponseSet};
    ///
    /// let sample = include_bytes!("../../indicators/samples/la-chorrera-2021.json");
    /// let assessment = Catalogue::local().assess(&ResponseSet::from_json(sample)?)?;
    ///
    /// // The strategy is a draft. What if it were in place?
    /// let in_place = NewAnswer::option("in_place");
    /// let supposed = assessment.what_if(|edit| edit.answer("WG05", &in_place))?;
    /// let strengths = assessment.profile().counts().strengths();
    /// assert_eq!(supposed.counts().strengths(), strengths + 1);
    ///
    /// let mistaken = assessment.what_if(|edit| edit.answer("WG05", &NewAnswer::option("perhaps")));
    /// let report = mistaken.unwrap_err();
    /// assert_eq!(report.problems()[0].code(), Code::NotAnOption);
    /// assert_eq!(report.problems()[0].pointer().as_str(), "/answers/WG05/answer");
    /// # Ok::<(), mgi::Report>(())
    /// ```
    pub fn what_if(&self, change: impl FnOnce(Editor) -> Editor) -> Result<Profile, Report> {
        let supposed = change(self.responses().edit()).finish()?;
        Ok(self.catalogue().assess_at(&supposed, Stage::Draft)?.profile())
    }
}
