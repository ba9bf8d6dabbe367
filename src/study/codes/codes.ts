import { guillemetsInterieurs } from '../../texte/typographie.js';
import type { Correction, Diagnostic } from '../diagnostic.js';
import { masquer } from '../masque.js';
import type { CodeInfo } from './code-info.js';
import { CONTOUR_CODES } from './contour-codes.js';
import { DELIVERABLE_CODES } from './deliverable-codes.js';
import { RULE_CODES } from './rule-codes.js';
import { TEXT_CODES } from './text-codes.js';
import { THEME_CODES } from './theme-codes.js';
import { VALUE_CODES } from './value-codes.js';

const LOADING_CODES: Readonly<Record<string, CodeInfo>> = {
  'etude-introuvable': {
    gravite: 'erreur',
    titre: "Le dossier de l'étude n'existe pas, ou n'est pas lisible.",
    explication:
      "Une étude est un dossier de fichiers YAML, « data » par défaut. L'option -C (ou --etude) en désigne un autre.",
    exemple: 'atelier check -C etudes/mon-territoire',
  },
  'etude-absente': {
    gravite: 'erreur',
    titre: 'Le dossier ne contient pas de fichier etude.yaml.',
    explication:
      "etude.yaml décrit l'étude : son titre, sa version, ses dates, et ses vocabulaires (publics, domaines, fonctions, modalités). Sans lui, rien d'autre ne peut être compris.",
  },
  'territoire-absent': {
    gravite: 'erreur',
    titre: 'Le dossier ne contient pas de fichier territoire.yaml.',
    explication: "territoire.yaml porte les communes, les EPCI et les périmètres de l'étude, à sa date.",
  },
  'etude-ancienne': {
    gravite: 'attention',
    titre: "L'étude suit une version plus ancienne du modèle de données.",
    explication:
      "« schema_version » d'etude.yaml dit la version que l'étude suit ; absente, elle vaut 1. « atelier migrer » montre, comme un correctif, ce qui l'amène à celle du programme ; « --ecrire » l'applique. Commentaires et ordre sont gardés.",
    exemple: 'atelier migrer --ecrire',
  },
  'etude-trop-recente': {
    gravite: 'erreur',
    titre: "L'étude suit une version du modèle de données que ce programme ne connaît pas.",
    explication: "Une version plus récente du programme l'a écrite : mettez le programme à jour.",
  },
  'fichier-inconnu': {
    gravite: 'attention',
    titre: "Le nom du fichier n'est celui d'aucun inventaire : il n'est pas lu.",
    explication:
      "Un inventaire est un fichier (acteurs.yaml) ou un dossier de fichiers (acteurs/*.yaml) au nom de sa collection, avec l'extension .yaml. Les autres fichiers YAML du dossier sont laissés de côté.",
  },
  'nom-de-fichier': {
    gravite: 'attention',
    titre: 'Le nom d’un fichier de l’étude ne convient pas à tous les systèmes.',
    explication:
      'Windows et le Mac prennent pour un seul fichier deux noms que les majuscules ou la façon d’enregistrer les accents séparent, et Windows n’ouvre pas certains noms : qui reçoit l’étude n’aurait pas tout.',
  },
  'lien-hors-etude': {
    gravite: 'attention',
    titre: 'Un lien de l’étude mène hors de son dossier.',
    explication:
      'Ce qu’un lien désigne est lu comme s’il était dans l’étude, et peut être imprimé dans un livrable. Une étude que l’on copie, que l’on archive ou que l’on remet le perd ; une étude reçue d’un autre peut y mettre un fichier de la machine qui la construit.',
  },
  'fichier-illisible': {
    gravite: 'erreur',
    titre: "Le fichier n'a pas pu être lu.",
    explication: 'Le système a refusé la lecture, souvent faute de droits sur le fichier.',
  },
  'encodage-incorrect': {
    gravite: 'erreur',
    titre: "Le fichier n'est pas en UTF-8.",
    explication:
      "Les accents seraient faussés. Ouvrez le fichier dans l'éditeur et enregistrez-le avec l'encodage UTF-8.",
  },
  'fichier-vide': {
    gravite: 'erreur',
    titre: 'Le fichier ne contient aucune donnée.',
    explication:
      "Un fichier sans fiche est sans doute un oubli. Une collection qui n'a vraiment aucune fiche s'écrit « [] ».",
  },
  'syntaxe-yaml': {
    gravite: 'erreur',
    titre: "Le fichier n'est pas du YAML correct.",
    explication:
      'Le plus souvent : un retrait faux ou fait de tabulations, un guillemet ou un crochet qui manque, un texte qui contient « : » sans être entre guillemets. Ses autres fiches, ou ses autres champs s’il n’en tient qu’une, sont vérifiés ; celle où la faute se trouve ne l’est pas tant qu’elle y est, et rien n’est dit de ce qui y mène.',
    exemple: 'titre: "Ciel nocturne : un patrimoine"   # les guillemets protègent les deux-points',
  },
  'cle-en-double': {
    gravite: 'erreur',
    titre: 'La même clé est écrite deux fois au même endroit.',
    explication: 'Une seule des deux valeurs serait lue. Gardez la bonne, ou réunissez-les en une liste.',
  },
  'racine-incorrecte': {
    gravite: 'erreur',
    titre: 'Le fichier ne commence pas comme il le devrait.',
    explication:
      "Le fichier d'une collection est une liste de fiches (chacune commence par un tiret), ou une seule fiche.",
    exemple: '- id: association-exemple\n  nom: Association exemple',
  },
  'cle-inconnue': {
    gravite: 'erreur',
    titre: "La clé n'existe pas dans le modèle de données.",
    explication:
      "Une clé mal écrite serait ignorée sans bruit : elle est donc refusée. « atelier explain acteurs » donne les clés d'un acteur.",
  },
  'cle-manquante': {
    gravite: 'erreur',
    titre: 'Une clé obligatoire manque.',
    explication: "La position donnée est celle de la fiche, ou de l'ensemble de champs, où la clé doit figurer.",
  },
  'type-incorrect': {
    gravite: 'erreur',
    titre: "La valeur n'est pas de la nature attendue (texte, nombre, liste…).",
    explication:
      'Un nombre s’écrit sans espace ni unité, avec un point pour les décimales ; vrai et faux s’écrivent true et false ; une liste s’écrit « [a, b] » ou avec des tirets.',
  },
  'valeur-hors-liste': {
    gravite: 'erreur',
    titre: "La valeur n'est pas de celles que ce champ admet.",
    explication: "Ce champ prend un mot d'une liste fermée, écrit en minuscules et sans accent.",
  },
  'valeur-hors-bornes': {
    gravite: 'erreur',
    titre: 'Le nombre est trop petit ou trop grand.',
    explication:
      "Le modèle de données borne ce nombre : une note va de 1 à 5, un montant n'est pas négatif, une part va de 0 à 1, et aucun nombre ne dépasse mille milliards.",
  },
  'format-incorrect': {
    gravite: 'erreur',
    titre: "Le texte n'a pas la forme attendue.",
    explication: 'Les identifiants, les dates, les codes et les adresses ont une forme fixe.',
    exemple: 'id: murs-du-bourg\ndate: 2018-02-15\nsite: https://www.exemple.fr',
  },
  'texte-vide': {
    gravite: 'erreur',
    titre: 'Le texte est vide.',
    explication: 'Écrivez-le, ou retirez la ligne si la clé n’est pas obligatoire.',
  },
  'liste-vide': {
    gravite: 'erreur',
    titre: 'La liste est vide.',
    explication: 'Cette liste doit compter au moins un élément.',
  },
  'liste-trop-courte': {
    gravite: 'erreur',
    titre: "La liste n'a pas assez d'éléments.",
    explication: 'Le modèle de données fixe un nombre minimal d’éléments.',
  },
  'liste-trop-longue': {
    gravite: 'erreur',
    titre: "La liste a trop d'éléments.",
    explication: 'Le modèle de données fixe un nombre maximal d’éléments.',
  },
  'ligne-en-double': {
    gravite: 'erreur',
    titre: 'Deux lignes d’une liste nomment la même chose.',
    explication:
      'Certaines listes se lisent par ce que chaque ligne nomme : les dépenses réalisées par nature, les recettes par financement, les jours par acteur, les partenaires d’un scénario, les mesures d’un indicateur par date… De deux lignes pour la même chose, une seule serait lue.',
    exemple: 'deux lignes « nature: outil » dans « realise.depenses »',
  },
  'doublon-liste': {
    gravite: 'erreur',
    titre: 'Le même élément figure deux fois dans une liste.',
    explication: 'Il serait compté deux fois. Retirez l’un des deux.',
  },
  'nombre-de-cles': {
    gravite: 'erreur',
    titre: "L'ensemble de champs a trop ou trop peu de clés.",
    explication: "Certains ensembles demandent un choix entre plusieurs clés, ou au moins l'une d'elles.",
  },
  'valeur-incorrecte': {
    gravite: 'erreur',
    titre: "La valeur n'est pas celle que demande le modèle de données.",
    explication: '« atelier explain » suivi du chemin du champ en donne la description.',
  },
  'id-en-double': {
    gravite: 'erreur',
    titre: 'Deux fiches d’une même collection ont le même identifiant.',
    explication:
      "Une référence ne saurait laquelle désigner. L'identifiant est unique dans sa collection, tous fichiers réunis.",
  },
  'heritage-impossible': {
    gravite: 'erreur',
    titre: 'Un scénario part d’un autre, et ce qu’il en prend ou en laisse ne s’y trouve pas.',
    explication:
      '« a_partir_de » nomme le scénario dont tout est repris (« scenario »), ce qui est pris à d’autres (« emprunts », scénario/liste/identifiant) et ce qui est laissé (« sans », liste/identifiant). Ce que le scénario écrit lui-même l’emporte.',
    exemple:
      'a_partir_de: { scenario: reseau, emprunts: [relais/modalites/permanences], sans: [partenaires/syndicat] }',
  },
  'reference-inconnue': {
    gravite: 'erreur',
    titre: "Une fiche en désigne une autre qui n'existe pas.",
    explication:
      "Un champ qui renvoie à une autre fiche porte l'identifiant (« id ») de celle-ci. Corrigez l'identifiant, ou ajoutez la fiche. « atelier explain » suivi du champ dit à quelle collection il renvoie.",
    exemple: 'porteur: smp   # une fiche « id: smp » existe dans acteurs.yaml',
  },
};

/** Faults of the templates, which a study may replace by its own. */
const TEMPLATE_CODES: Readonly<Record<string, CodeInfo>> = {
  'modele-incorrect': {
    gravite: 'erreur',
    titre: "Un modèle de livrable n'est pas correctement écrit.",
    explication:
      "Un modèle est du Markdown avec des champs entre doubles accolades (Handlebars). Chaque bloc ouvert par « {{#nom}} » se ferme par « {{/nom}} ». Un modèle du dossier « templates » de l'étude remplace celui du programme : le retirer rend le modèle d'origine.",
  },
  'element-inconnu': {
    gravite: 'erreur',
    titre: 'Un modèle place un tableau ou une figure qui n’existe pas.',
    explication:
      '« ::tableau{#nom} » place un tableau et « ::figure{#nom} » une figure, sous le nom que le programme leur donne.',
    exemple: '::tableau{#besoins-couverture}',
  },
  'renvoi-inconnu': {
    gravite: 'erreur',
    titre: 'Un modèle renvoie à un tableau, une figure ou une section que le livrable ne contient pas.',
    explication:
      'Un renvoi écrit « tableau 4 » ou « figure 2 » : ce à quoi il renvoie doit être placé dans le même livrable.',
  },
  'forme-non-prise-en-charge': {
    gravite: 'erreur',
    titre: "Un modèle ou un champ en Markdown emploie une forme que les livrables n'ont pas.",
    explication:
      'Les livrables connaissent les titres, paragraphes, listes, citations, le gras, l’italique, les liens, les tableaux et figures placés par leur nom et les encadrés.',
  },
};

export const CODES: Readonly<Record<string, CodeInfo>> = {
  ...LOADING_CODES,
  ...VALUE_CODES,
  ...RULE_CODES,
  ...TEXT_CODES,
  ...TEMPLATE_CODES,
  ...DELIVERABLE_CODES,
  ...THEME_CODES,
  ...CONTOUR_CODES,
};

/** What a terminal or a log would take for a command (escape sequences, line breaks), and what is no character, as signs that can be seen. */
const shown = (text: string): string =>
  text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ⏎ ')
    .replace(/\p{Cc}/gu, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '�'))
    .replace(/[\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}\p{Surrogate}]/gu, '�');

/** The same, each of its texts one line that can be printed, quotes within quotes told apart, and that names nobody's address. */
export function printable<T extends Omit<Diagnostic, 'code' | 'gravite'>>(found: T): T {
  const { fichier, chemin, message, aide, lies } = found;
  return {
    ...found,
    fichier: shown(fichier),
    chemin: shown(chemin),
    message: masquer(guillemetsInterieurs(shown(message))),
    ...(aide === undefined ? {} : { aide: guillemetsInterieurs(shown(aide)) }),
    ...(lies === undefined
      ? {}
      : { lies: lies.map((one) => ({ ...one, fichier: shown(one.fichier), chemin: shown(one.chemin) })) }),
  };
}

/** Makes a diagnostic that can be printed, whose gravity is that of its code. */
export function diagnostic(
  code: string,
  {
    aide,
    correction,
    ...rest
  }: Omit<Diagnostic, 'code' | 'gravite' | 'aide' | 'correction'> & {
    aide?: string | undefined;
    correction?: Correction | undefined;
  },
): Diagnostic {
  const info = CODES[code];
  if (!info) throw new Error(`unknown code "${code}"`);
  return printable({
    ...rest,
    code,
    gravite: info.gravite,
    ...(aide === undefined ? {} : { aide }),
    ...(correction === undefined ? {} : { correction }),
  });
}
