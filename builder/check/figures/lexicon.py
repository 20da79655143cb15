"""The word lists of the languages, as parts of patterns; English stands in for a language that is not here."""

import re

MULTIPLIERS = {
    "en": "thousand=3 million=6 millions=6 mn=6 billion=9 billions=9 bn=9 trillion=12 trillions=12 tn=12 k=3",
    "fr": "mille=3 million=6 millions=6 milliard=9 milliards=9 billion=12 billions=12",
    "es": "mil=3 mil_millones=9 millón=6 millones=6 billón=12 billones=12",
}
SMALL = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte",
}
TENS = {
    "en": ("thirty forty fifty sixty seventy eighty ninety", "-"),
    "fr": ("trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix", "-"),
    "es": ("treinta cuarenta cincuenta sesenta setenta ochenta noventa", " y "),
}
SHARES = {
    "en": "half=50 third=33.3 thirds=66.7 quarter=25 quarters=75",
    "fr": "moitié=50 tiers=33.3 quart=25 quarts=75",
    "es": "mitad=50 tercio=33.3 tercios=66.7 cuarto=25",
}
PERCENT = {"en": "per ?cent", "fr": "pour ?cent|p\\. ?100", "es": "por ?ciento"}
POINTS = {
    "en": r"percentage[- ]points?|% points?|pp\b",
    "fr": r"points? (?:de pourcentage|de pour cent)|points?\b",
    "es": r"puntos? (?:porcentuales?|de porcentaje)|pp\b",
}
ONE_IN = {"en": "in(?: every)?|out of(?: every)?|of every", "fr": "sur", "es": "de cada|de"}
FICTIONAL = {
    "en": "fictional|fictitious|invented|imaginary",
    "fr": "ficti(?:f|ve)s?|inventée?s?|imaginaires?",
    "es": "fictici[oa]s?|inventad[oa]s?|imaginari[oa]s?",
    "ar": "خيالي|خيالية|متخيل|متخيلة|وهمي|وهمية",
}
LABELS = {
    "en": "steps?|lessons?|pages?|parts?|chapters?|sections?|units?|modules?|questions?|items?|articles?|art\\.|"
    "paragraphs?|paras?\\.?|annex(?:es)?|tables?|box(?:es)?|goals?|sdgs?|targets?|indicators?|rules?|iso|iwa|iec|"
    "levels?|stages?|phases?|versions?|nos?\\.|options?|columns?|rows?|lines?|courses?|tasks?|exercises?|slides?|"
    "weeks?|days?|sessions?|rounds?|types?|pillars?|rungs?|priorit(?:y|ies)|agenda|group of|gatt|scope|tiers?|tracks?|"
    "conventions?|resolutions?|recommendations?|standards?|checks?|measures?|quarters?|q|ideas?|tiles?|cards?|reasons?|"
    "examples?|cases?|groups?|pictures?|photos?|blocks?|aims?|principles?|doors?|channels?|bank of|pool of|banks?|"
    "minutes?|months?|hours?|messages?|prompts?|consents?|chats?|answers? to",
    "fr": "étapes?|leçons?|pages?|parties?|chapitres?|sections?|unités?|modules?|questions?|articles?|art\\.|"
    "paragraphes?|annexes?|tableaux?|encadrés?|objectifs?|odd|cibles?|indicateurs?|règles?|iso|iwa|niveaux?|phases?|"
    "versions?|n°|nos?\\.?|options?|colonnes?|lignes?|cours|tâches?|exercices?|semaines?|jours?|sessions?|types?|"
    "piliers?|agenda|programme|groupe des|gatt|conventions?|normes?|idées?|cartes?|raisons?|exemples?|cas|images?|"
    "principes?|banque de|minutes?|mois|messages?",
    "es": "pasos?|lecci(?:ón|ones)|páginas?|partes?|capítulos?|secci(?:ón|ones)|unidad(?:es)?|módulos?|preguntas?|"
    "artículos?|art\\.|párrafos?|anexos?|cuadros?|tablas?|recuadros?|objetivos?|ods|metas?|indicador(?:es)?|reglas?|"
    "iso|iwa|niveles|nivel|etapas?|fases?|versi(?:ón|ones)|n\\.º|núm\\.|opci(?:ón|ones)|columnas?|filas?|líneas?|"
    "cursos?|tareas?|ejercicios?|semanas?|días?|sesi(?:ón|ones)|tipos?|pilares?|agenda|grupo de los|gatt|convenios?|"
    "normas?|ideas?|tarjetas?|razones|ejemplos?|casos?|imágenes|principios?|banco de|minutos?|mes(?:es)?|mensajes?",
}
OWN = {
    "en": "hours?|days?|weeks?|months?|words?|characters?|points?|questions?|pages?|attempts?|tries|slides?|lines?|"
    "sentences?|lessons?|parts?|steps?|checks?|modules?|courses?|units?|options?|rows?|columns?|boxes|cards?|answers?|"
    "items?|statements?|times|sheets?|examples?|stars?|indicators?|messages?|posts?|types?|subjects?|topics?|themes?",
    "fr": "heures?|jours?|semaines?|mois|mots?|caractères?|points?|questions?|pages?|tentatives?|essais?|"
    "diapositives?|lignes?|phrases?|leçons?|parties?|étapes?|modules?|cours|unités?|options?|colonnes?|cartes?|"
    "réponses?|fois|exemples?|indicateurs?|messages?|types?|sujets?|thèmes?",
    "es": "horas?|días?|semanas?|mes(?:es)?|palabras?|caracteres|puntos?|preguntas?|páginas?|intentos?|diapositivas?|"
    "líneas?|frases?|lecci(?:ón|ones)|partes?|pasos?|módulos?|cursos?|unidad(?:es)?|opci(?:ón|ones)|columnas?|"
    "tarjetas?|respuestas?|veces|ejemplos?|indicador(?:es)?|mensajes?|tipos?|temas?",
}
MINUTES = {"en": "minutes?|min\\b|seconds?", "fr": "minutes?|min\\b|secondes?", "es": "minutos?|min\\b|segundos?"}
ABOUT = {
    "en": "about|around|almost|nearly|roughly|some|more than|over|less than|under|close to|approximately|≈|~",
    "fr": "environ|près de|presque|quelque|plus de|moins de|autour de|≈|~",
    "es": "cerca de|casi|unos|unas|alrededor de|aproximadamente|más de|menos de|≈|~",
}
DIFFERENCE = {
    "en": r"\u2212|\b(?:gap|difference|minus|less|fewer|more|higher|lower|later|earlier|rest|others?|remain\w*)\b",
    "fr": r"\u2212|\b(?:écart|différence|moins|plus|tard|tôt|reste|autres?|restants?)\b",
    "es": r"\u2212|\b(?:brecha|diferencia|menos|más|después|antes|resto|otr[oa]s?|restantes?)\b",
}
SUM = {
    "en": r"\+|\b(?:plus|sum|together|total|all|both|in all)\b",
    "fr": r"\+|\b(?:plus|somme|ensemble|total|tous|toutes|deux)\b",
    "es": r"\+|\b(?:más|suma|juntos|juntas|total|tod[oa]s|amb[oa]s)\b",
}
QUOTIENT = {
    "en": r"[÷\u00d7=]|\b(?:twice|double|half|times|divided|multiplied|calculat\w+|average|out of|ratio|each)\b",
    "fr": r"[÷\u00d7=]|\b(?:double|moitié|fois|divisé\w*|multiplié\w*|calcul\w*|moyenne|rapport|chacune?)\b",
    "es": r"[÷\u00d7=]|\b(?:doble|mitad|veces|dividid\w+|multiplicad\w+|calcul\w+|promedio|media|razón|cada)\b",
}
READ_ON = {
    "en": "content (?:as )?of|read in|read on|seen in|seen on",
    "fr": "contenu à jour en|lue? en|consultée? en",
    "es": "contenido a|leíd[oa] en|consultad[oa] en",
}
AS_OF = {
    "en": "as of|edition of|updated in|content of",
    "fr": "à la date d[eu]|état(?: en| au| :)?|édition d[e']",
    "es": "a fecha de|edición de|actualizado en",
}

SCALE = re.compile(r"scale|échelle|escala|rating|\brate\b|\bnote[rz]?\b", re.IGNORECASE)

SUPPOSED = re.compile(
    r"\b(?:if|would be|would have|si|serai(?:t|ent)|sería|serían|suppose|"
    r"supposing|imagine|assume|hypothetical(?:ly)?|supposez|supposons|imaginez|imaginons|hypothétiques?"
    r"|supongamos|suponga|imaginemos|imagine|hipotétic[oa]s?)\b",
    re.IGNORECASE,
)
PASSING = re.compile(
    r"\b(?:pass(?:es|ed|ing)?|scores?|points?|mark|réussi\w*|seuil|notes?|aprob\w+|puntos?|notas?|calificaci\w+)\b",
    re.IGNORECASE,
)
PAGE = re.compile(r"\b(?:this|cette|esta) (?:page|página)\b|هذه الصفحة", re.IGNORECASE)
