//! The words by which readers find their way: titles of lists, rows and columns, and a few labels.

/// In one language, what a rendered profile calls its parts.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) language: &'static str,
    /// The lists of matters, by finding or standing, and the rows of the table of counts.
    pub(crate) lists: [(&'static str, &'static str); 9],
    pub(crate) not_here: &'static str,
    pub(crate) total: &'static str,
    pub(crate) all_domains: &'static str,

    pub(crate) domain: &'static str,
    pub(crate) area: &'static str,
    pub(crate) score: &'static str,
    pub(crate) interval: &'static str,
    pub(crate) coverage: &'static str,
    pub(crate) reach: &'static str,
    pub(crate) band: &'static str,
    pub(crate) no_figure: &'static str,

    pub(crate) priorities: &'static str,
    pub(crate) queries: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) banner: &'static str,
    /// What is read for a word of the formats.
    labels: [(&'static str, &'static str); 12],
}

impl Words {
    pub(crate) fn list(&self, name: &str) -> &'static str {
        find(&self.lists, name)
    }

    pub(crate) fn label(&self, word: &str) -> &'static str {
        find(&self.labels, word)
    }
}

#[track_caller]
fn find(table: &[(&str, &'static str)], name: &str) -> &'static str {
    let found = table.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("no word for {name}")).1
}

pub(crate) const ALL: [Words; 2] = [
    Words {
        language: "en",
        lists: [
            ("strength", "Well-developed areas"),
            ("under_way", "In preparation"),
            ("partly", "Areas with potential for further development: partly in place"),
            ("not_in_place", "Areas with potential for further development: not in place"),
            ("open", "Still to be confirmed"),
            ("not_a_local_competence", "Belongs to another level of government"),
            ("not_applicable_here", "Not applicable here"),
            ("not_asked", "Not asked here"),
            ("context", "Context"),
        ],
        not_here: "Not applicable or not asked here",
        total: "All matters",
        all_domains: "All",
        domain: "Domain",
        area: "Area",
        score: "Extent of development",
        interval: "Possible range",
        coverage: "Answered",
        reach: "Counts here",
        band: "Band",
        no_figure: "no figure",
        priorities: "Priorities",
        queries: "Pending questions",
        sources: "Key sources",
        banner: "ILLUSTRATIVE: ",
        labels: [
            ("baseline", "baseline"),
            ("follow_up", "follow-up"),
            ("draft", "draft"),
            ("in_validation", "in validation"),
            ("national", "national"),
            ("plan", "plan"),
            ("report", "report"),
            ("agreement", "agreement"),
            ("planned", "planned"),
            ("under_way", "under way"),
            ("done", "done"),
            ("dropped", "dropped"),
        ],
    },
    Words {
        language: "es",
        lists: [
            ("strength", "Áreas bien desarrolladas"),
            ("under_way", "En elaboración"),
            ("partly", "Áreas con potencial de desarrollo adicional: existe parcialmente"),
            ("not_in_place", "Áreas con potencial de desarrollo adicional: no existe"),
            ("open", "Por confirmar"),
            ("not_a_local_competence", "Corresponde a otro nivel de gobierno"),
            ("not_applicable_here", "No aplica aquí"),
            ("not_asked", "No se pregunta aquí"),
            ("context", "Contexto"),
        ],
        not_here: "No aplica o no se pregunta aquí",
        total: "Todos los asuntos",
        all_domains: "Todos",
        domain: "Dominio",
        area: "Área",
        score: "Grado de desarrollo",
        interval: "Rango posible",
        coverage: "Respuestas",
        reach: "Asuntos que cuentan aquí",
        band: "Tramo",
        no_figure: "sin cifra",
        priorities: "Prioridades",
        queries: "Preguntas pendientes",
        sources: "Fuentes principales",
        banner: "EJEMPLO ILUSTRATIVO: ",
        labels: [
            ("baseline", "línea de base"),
            ("follow_up", "seguimiento"),
            ("draft", "borrador"),
            ("in_validation", "en validación"),
            ("national", "nacional"),
            ("plan", "plan"),
            ("report", "informe"),
            ("agreement", "convenio"),
            ("planned", "prevista"),
            ("under_way", "en marcha"),
            ("done", "cumplida"),
            ("dropped", "descartada"),
        ],
    },
];
