//! Conditions, once all indicators are known.

use indexmap::IndexMap;

use super::super::indicator::Clause;
use super::super::load::ReadDomain;
use super::super::soundness::indicators;
use super::{Assembly, Domain, Indicator};
use crate::document::catalogue::{AnswerKind, ConditionEntry, IndicatorEntry, Manifest};
use crate::document::values::{Placed as _, Reference};
use crate::problem::{Code, Names};
use crate::tree::Mark;

/// The indicators that a condition may name.
struct Targets<'a> {
    domains: &'a [Domain],
    /// As read, by position.
    entries: Vec<(usize, &'a IndicatorEntry)>,
    codes: &'a IndexMap<String, [usize; 3]>,
    /// Whether every indicator could be read with its code. If not, one that is not found may be
    /// among the others, and is not called unknown.
    are_whole: bool,
}

impl Assembly<'_, '_> {
    /// Gives each indicator its condition.
    pub(super) fn resolve_conditions(
        &mut self,
        manifest: &Manifest,
        read: &[ReadDomain],
        domains: &mut [Domain],
        codes: &IndexMap<String, [usize; 3]>,
    ) {
        let are_whole = all_read(manifest, read);
        let targets = Targets { domains, entries: indicators(read), codes, are_whole };
        let mut conditions: Vec<Vec<Clause>> = Vec::with_capacity(targets.entries.len());
        for (document, entry) in &targets.entries {
            let parts = entry.when.items().iter();
            conditions
                .push(parts.filter_map(|part| self.clause(*document, part, &targets)).collect());
        }
        let all = domains
            .iter_mut()
            .flat_map(|domain| &mut domain.subdomains)
            .flat_map(|subdomain| &mut subdomain.indicators);
        for (indicator, condition) in all.zip(conditions) {
            indicator.condition = condition;
        }
    }

    fn clause(
        &mut self,
        document: usize,
        part: &ConditionEntry,
        targets: &Targets<'_>,
    ) -> Option<Clause> {
        let named = Mark { document, node: part.indicator.get()?.node() };
        let target = self.target(named, targets)?;
        let options = part.is.items().iter();
        let options =
            options.filter_map(|option| self.condition_option(document, *option, target)).collect();
        Some(Clause { position: target.position(), options })
    }

    /// The indicator that a condition rests on.
    /// `cat.condition.unknown-indicator`, `cat.condition.not-context`
    fn target<'t>(&mut self, named: Mark, targets: &Targets<'t>) -> Option<&'t Indicator> {
        let got = self.files.text(named).to_owned();
        let Some(&[domain, subdomain, place]) = targets.codes.get(&got) else {
            if targets.are_whole {
                let known = targets.codes.keys().map(String::as_str);
                let candidates = self.files.problems.nearest(&got, known);
                let raised = self.files.problems.push(Code::ConditionIndicator, named);
                raised.with("got", got.as_str()).meant(&candidates);
            }
            return None;
        };
        let target =
            targets.domains.get(domain)?.subdomains.get(subdomain)?.indicators.get(place)?;
        if !self.is_firm(target.answer_type()) {
            return None;
        }
        let has_no_condition =
            targets.entries.get(target.position()).is_some_and(|(_, entry)| entry.when.is_absent());
        let is_choice = target.answer_type().kind() == AnswerKind::Choice;
        if is_choice && !target.is_scored() && has_no_condition {
            return Some(target);
        }
        let raised = self.files.problems.push(Code::ConditionNotContext, named);
        raised.with("got", got.as_str());
        None
    }

    /// The number of an option that satisfies a condition. `cat.condition.unknown-option`
    fn condition_option(
        &mut self,
        document: usize,
        option: Reference,
        target: &Indicator,
    ) -> Option<usize> {
        let at = Mark { document, node: option.node() };
        let got = self.files.text(at);
        let known = || target.answer_type().option_ids();
        let index = target.answer_type().place_of(got);
        if index.is_none() {
            let got = got.to_owned();
            let candidates = self.files.problems.nearest(&got, known());
            let raised = self.files.problems.push(Code::ConditionOption, at);
            raised.with("got", got.as_str()).with("indicator", target.code());
            raised.with("known", known().collect::<Names>()).meant(&candidates);
        }
        index
    }
}

fn all_read(manifest: &Manifest, read: &[ReadDomain]) -> bool {
    manifest.domains.is_whole()
        && manifest.domains.items().len() == read.len()
        && read.iter().all(|domain| domain.file.subdomains.is_whole())
        && read.iter().flat_map(|domain| domain.file.subdomains.items()).all(|subdomain| {
            let indicators = subdomain.indicators.items();
            subdomain.indicators.is_whole()
                && indicators.iter().all(|indicator| indicator.code.get().is_some())
        })
}
