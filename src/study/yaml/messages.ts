/** The faults of syntax that the YAML parser finds, in French. */
const MESSAGES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'un alias (*nom) ne peut porter ni ancre ni étiquette',
  APOSTROPHE_LEFT_OPEN: "l’apostrophe qui ouvre ce texte n’est pas refermée ; il manque « ' » à la fin de la ligne",
  APOSTROPHE_WITHIN:
    'cette apostrophe ferme le texte, qui est écrit entre apostrophes ; mettez-le entre guillemets doubles ("…"), ou doublez l’apostrophe',
  BAD_ALIAS: "l'alias (*nom) est mal écrit",
  BAD_COLLECTION_TYPE: "l'étiquette ne convient pas à cette liste ou à cet ensemble de champs",
  BAD_DIRECTIVE: 'la directive (ligne qui commence par %) est mal écrite',
  BAD_DQ_ESCAPE:
    'un texte entre guillemets doubles contient une suite « \\… » inconnue ; doublez la barre oblique, ou mettez le texte entre apostrophes',
  COMMENT_IN_BRACES:
    'un « # » précédé d’une espace commence un commentaire : la fin de la ligne, avec son accolade ou son crochet, est perdue ; mettez le texte entre guillemets',
  BAD_INDENT: 'le retrait de cette ligne ne correspond à aucun bloc au-dessus ; alignez-la sur ses voisines',
  BAD_PROP_ORDER: "l'ancre ou l'étiquette doit précéder la valeur",
  BAD_SCALAR_START: 'une valeur ne peut pas commencer par ce caractère ; mettez-la entre guillemets',
  BLOCK_AS_IMPLICIT_KEY:
    'il y a deux « clé : valeur » sur une même ligne, ou un retrait de trop ; un texte qui contient « : » se met entre guillemets droits ("…")',
  BLOCK_IN_FLOW: "une liste à tirets ou un bloc ne peut pas se trouver à l'intérieur de crochets ou d'accolades",
  BRACE_LEFT_OPEN: 'cette accolade n’est pas refermée ; il manque « } »',
  BRACKET_LEFT_OPEN: 'ce crochet n’est pas refermé ; il manque « ] »',
  COLON_AGAINST_A_WORD:
    'il manque une espace après les deux-points ; écrivez le champ, « : », une espace, puis sa valeur',
  COLON_IN_BRACES: 'un texte écrit entre accolades contient « : » ; mettez ce texte entre guillemets',
  DASH_AGAINST_A_WORD: 'il manque une espace après le tiret ; écrivez « - » puis le nom du champ',
  EMPTY_LIST_LEFT: 'ces crochets vides disent que la liste n’a pas de fiche, et elle en a ; retirez-les',
  FIELDS_ON_A_LINE:
    'plusieurs champs se suivent sur une ligne ; mettez-les entre accolades, « { … } », ou chacun sur sa ligne',
  KEY_OVER_1024_CHARS: 'une clé dépasse 1 024 caractères ; il manque sans doute un guillemet fermant',
  MISSING_CHAR:
    'il manque un caractère : guillemet, crochet, accolade, virgule, ou « : » après une clé (suivi d’une espace)',
  MULTILINE_IMPLICIT_KEY: 'une clé tient sur une seule ligne ; il manque sans doute « : », ou le retrait est faux',
  MULTIPLE_ANCHORS: 'une valeur ne peut porter deux ancres',
  MULTIPLE_DOCS:
    'ici commence un second document, qui ne serait pas lu ; retirez la ligne « --- » ou « ... » qui le précède',
  MULTIPLE_TAGS: 'une valeur ne peut porter deux étiquettes',
  NO_BREAK_SPACE:
    'cette espace est insécable (U+00A0) : YAML ne la prend pas pour une espace ; remplacez-la par une espace ordinaire',
  NON_STRING_KEY: 'une clé doit être un texte',
  QUOTE_LEFT_OPEN: 'le guillemet qui ouvre ce texte n’est pas refermé ; il manque « " » à la fin de la ligne',
  RESOURCE_EXHAUSTION:
    'le fichier est imbriqué trop profondément : crochets, accolades, tirets ou retraits les uns dans les autres, dont le premier n’est sans doute pas fermé',
  TAB_AS_INDENT:
    'le retrait contient une tabulation ; YAML n’admet que des espaces : remplacez-la par autant d’espaces qu’en ont les lignes voisines',
  SIGN_FOR_A_COLON:
    'ce signe ressemble aux deux-points et n’en est pas ; écrivez « : » du clavier, puis une espace et la valeur',
  SIGN_FOR_A_DASH: 'ce signe n’est pas le tiret d’une liste ; écrivez « - » du clavier, puis une espace',
  TAG_RESOLVE_FAILED: "l'étiquette (!nom) est inconnue ; retirez-la",
  TOO_FAR_RIGHT: 'ce champ est plus en retrait que celui du dessus, qui a déjà sa valeur ; alignez-les',
  UNEXPECTED_TOKEN:
    'ce caractère n’est pas attendu ici ; vérifiez les guillemets, les crochets, les tirets et le retrait',
};

const OTHER = 'la syntaxe n’est pas celle de YAML ; vérifiez les guillemets, les deux-points et le retrait';

export const yamlMessage = (code: string): string => MESSAGES[code] ?? OTHER;
