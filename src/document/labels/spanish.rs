//! The words of the file formats in Spanish.

use super::Entry;

/// By kind of word and word, in the order of the declarations.
#[rustfmt::skip] // One entry, one line.
pub(super) static ENTRIES: &[Entry] = &[
    Entry { key: "AnswerKind", title: "Clase de respuesta", description: "Cómo se responde una pregunta: con una opción, con varias, con un número o con un texto." },
    Entry { key: "AnswerKind.choice", title: "Una sola opción", description: "Se elige una de varias opciones." },
    Entry { key: "AnswerKind.checklist", title: "Varias opciones", description: "Se marcan todas las que se cumplen, o se indica que no se cumple ninguna." },
    Entry { key: "AnswerKind.number", title: "Número", description: "Un número. Da contexto y no se puntúa." },
    Entry { key: "AnswerKind.text", title: "Texto", description: "Un texto libre. Da contexto y no se puntúa." },

    Entry { key: "Aggregation", title: "Agregación", description: "De qué es promedio el grado de desarrollo de un dominio." },
    Entry { key: "Aggregation.indicators", title: "Promedio de indicadores", description: "El promedio de los indicadores del dominio, según su peso." },
    Entry { key: "Aggregation.subdomains", title: "Promedio de áreas", description: "El promedio de las áreas del dominio, cada una de las cuales es el promedio de sus indicadores, según su peso." },

    Entry { key: "Gaps", title: "Asuntos por confirmar", description: "Qué efecto tiene en el grado de desarrollo un asunto que está por confirmar." },
    Entry { key: "Gaps.left_out", title: "Quedan fuera", description: "Los asuntos por confirmar no entran en el grado de desarrollo; amplían el rango posible." },
    Entry { key: "Gaps.as_worst", title: "Cuentan como la peor respuesta", description: "Los asuntos por confirmar cuentan como si se hubiera dado la peor respuesta, de modo que el grado de desarrollo es el extremo inferior del rango posible." },

    Entry { key: "LinkBasis", title: "Fundamento de la correspondencia", description: "Indica si la correspondencia la establece la propia fuente o es una lectura de quienes elaboraron el catálogo." },
    Entry { key: "LinkBasis.stated", title: "Declarada", description: "La establece la propia fuente." },
    Entry { key: "LinkBasis.inferred", title: "Inferida", description: "Es una lectura de quienes elaboraron el catálogo." },

    Entry { key: "State", title: "Motivo de no respuesta", description: "Por qué no se puede responder una pregunta. Nunca cuenta como un cero." },
    Entry { key: "State.not_a_local_competence", title: "No es competencia municipal", description: "La ley encarga el asunto a otro nivel de gobierno." },
    Entry { key: "State.not_applicable_here", title: "No aplica en este municipio", description: "El asunto no puede darse en este lugar." },
    Entry { key: "State.unknown", title: "Sin información por ahora", description: "Se consultó y todavía no hay información. El asunto queda por confirmar." },
    Entry { key: "State.restricted", title: "Información de acceso restringido", description: "La información existe, pero una norma o un acto restringe el acceso a ella. El asunto queda por confirmar." },

    Entry { key: "Stage", title: "Fase", description: "Hasta dónde ha llegado la evaluación." },
    Entry { key: "Stage.draft", title: "Borrador", description: "Se están recogiendo las respuestas. Puede haber vacíos." },
    Entry { key: "Stage.in_validation", title: "En validación", description: "Las respuestas se están revisando con quienes las dieron." },
    Entry { key: "Stage.final", title: "Final", description: "Las respuestas son definitivas. Toda pregunta tiene una respuesta o un motivo de no respuesta." },

    Entry { key: "RoundKind", title: "Tipo de ciclo", description: "Indica si este es el primer ciclo del lugar o uno posterior." },
    Entry { key: "RoundKind.baseline", title: "Línea de base", description: "El primer ciclo, con el que se comparan los siguientes." },
    Entry { key: "RoundKind.follow_up", title: "Seguimiento", description: "Un ciclo posterior." },

    Entry { key: "Level", title: "Nivel de gobierno", description: "El nivel de gobierno al que pertenece una institución." },
    Entry { key: "Level.municipal", title: "Municipal", description: "El Municipio: el Consejo Municipal, la alcaldía y sus dependencias y empresas." },
    Entry { key: "Level.provincial", title: "Provincial", description: "La provincia o su equivalente." },
    Entry { key: "Level.national", title: "Nacional", description: "El Estado: los ministerios y otras instituciones nacionales." },
    Entry { key: "Level.other", title: "Otro", description: "Cualquier otra entidad, como un organismo internacional, una organización de la sociedad civil o una empresa." },

    Entry { key: "Role", title: "Papel", description: "Qué hace una institución en este ciclo." },
    Entry { key: "Role.focal_point", title: "Punto focal", description: "Responde por el conjunto." },
    Entry { key: "Role.respondent", title: "Institución informante", description: "Da respuestas." },
    Entry { key: "Role.reviewer", title: "Institución revisora", description: "Revisa respuestas." },

    Entry { key: "Responsible", title: "Quién está a cargo", description: "Quién tiene a su cargo el asunto de la pregunta." },
    Entry { key: "Responsible.municipal", title: "El Municipio", description: "Está a cargo por sí solo." },
    Entry { key: "Responsible.shared", title: "El Municipio y otras instituciones", description: "Están a cargo en conjunto." },
    Entry { key: "Responsible.other", title: "Otras instituciones", description: "Están a cargo otras instituciones, y no el Municipio." },

    Entry { key: "Review", title: "Revisión", description: "Hasta dónde se ha revisado una respuesta." },
    Entry { key: "Review.collected", title: "Recogida", description: "Se recogió y falta revisarla." },
    Entry { key: "Review.corrected", title: "Corregida", description: "La revisión la cambió." },
    Entry { key: "Review.validated", title: "Validada", description: "La revisión la confirmó." },

    Entry { key: "SourceKind", title: "Tipo de fuente", description: "Qué tipo de documento es una fuente, o si es una entrevista o una visita." },
    Entry { key: "SourceKind.norm", title: "Norma", description: "Una ley, un acuerdo municipal, un decreto u otra disposición." },
    Entry { key: "SourceKind.plan", title: "Plan", description: "Un plan, una política o una estrategia." },
    Entry { key: "SourceKind.budget", title: "Presupuesto", description: "Un presupuesto o una parte de él." },
    Entry { key: "SourceKind.report", title: "Informe", description: "Un informe, un estudio, un registro o un conjunto de datos." },
    Entry { key: "SourceKind.agreement", title: "Convenio", description: "Un convenio o protocolo entre instituciones." },
    Entry { key: "SourceKind.web", title: "Página web", description: "Una página publicada en internet." },
    Entry { key: "SourceKind.interview", title: "Entrevista", description: "Una entrevista. Bastan la oficina y la fecha; nunca se nombra a la persona." },
    Entry { key: "SourceKind.visit", title: "Visita", description: "Una visita a una oficina, un servicio o un sitio." },
    Entry { key: "SourceKind.other", title: "Otra", description: "Cualquier otra fuente." },

    Entry { key: "PriorityStatus", title: "Avance", description: "Hasta dónde se ha cumplido una prioridad." },
    Entry { key: "PriorityStatus.planned", title: "Prevista", description: "Se decidió y aún no ha comenzado." },
    Entry { key: "PriorityStatus.under_way", title: "En marcha", description: "Se está llevando a cabo." },
    Entry { key: "PriorityStatus.done", title: "Cumplida", description: "Se llevó a cabo." },
    Entry { key: "PriorityStatus.dropped", title: "Descartada", description: "Se decidió no llevarla a cabo." },
];
