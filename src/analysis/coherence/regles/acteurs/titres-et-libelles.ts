/** Bodies that a title or a label names otherwise than the line refers to: who presides, who gives, who bears, who ordered the study. */
import type { Study } from '../../../../study/study.js';
import type { Acteur } from '../../../../study/types.gen.js';
import { identifiant, phraseNue } from '../../../../texte/identifiant.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** A body of a level of government, by the words that begin its name: « Département », « Conseil régional ». */
function echelonDe(nom: string): 'departement' | 'region' | 'etat' | null {
  const plain = phraseNue(nom).replace(/^(?:l'|le |la |du |de la |de l')/, '');
  if (/^(?:conseil )?departement(?:al)?\b/.test(plain)) return 'departement';
  if (/^(?:conseil )?region(?:al)?\b/.test(plain)) return 'region';
  return /^(?:etat|prefecture|prefete?)(?![a-z-])/.test(plain) ? 'etat' : null;
}

/** Of a text, the level and nothing more: « département de biologie », « Région des lacs », « État, par l’agence » are others. */
function echelonNomme(nomme: string): ReturnType<typeof echelonDe> {
  const bare = nomme.replace(/,? ou (?:son|sa) representante?$/, '').trim();
  return /^(?:l'|le |la )?(?:(?:conseil )?(?:departement(?:al)?|region(?:al)?)|etat|prefecture|prefete?)$/.test(bare)
    ? echelonDe(bare)
    : null;
}

const DITS: Readonly<Record<'departement' | 'region' | 'etat', string>> = {
  departement: 'le Département',
  region: 'la Région',
  etat: 'l’État',
};

/** « Président du Département », « Aide de la Région »: what the last words name. */
const PRESIDENCE = /^(?:le |la |l')?(?:vice-)?presidente?(?: (?:du|de la|de l'|d'))? ?(.*)$/;
const APPORT =
  /^(?:aides?|subventions?|participations?|contributions?|dotations?|cotisations?|credits?|financements?)(?: [a-z]+)? (?:du|de la|de l') ?(.*)$/;

interface Ligne {
  chemin: string;
  contre: string;
  texte: string;
  nomme: string;
  acteurs: readonly string[];
}

const lignesDe = ({ mode_operatoire: mode, scenarios }: Study): Ligne[] => [
  ...[
    ...scenarios.map(({ id, gouvernance }) => ({
      at: `scenarios/${id}/gouvernance/instances`,
      list: gouvernance?.instances ?? [],
    })),
    { at: 'mode_operatoire/instances', list: mode?.instances ?? [] },
  ].flatMap(({ at, list }) =>
    list.flatMap(({ presidence: texte, acteurs = [] }, i) =>
      texte === undefined || acteurs.length === 0
        ? []
        : [
            {
              chemin: `${at}/${i + 1}/presidence`,
              contre: `${at}/${i + 1}/acteurs`,
              texte,
              // A prefect is the State, whatever department is his.
              nomme: /^(?:le |la )?prefete?\b/.test(phraseNue(texte))
                ? 'prefet'
                : (PRESIDENCE.exec(phraseNue(texte))?.[1] ?? ''),
              acteurs,
            },
          ],
    ),
  ),
  ...scenarios.flatMap(({ id, financements }) =>
    financements.map(({ id: own, libelle: texte = '', financeur, groupe = [] }) => ({
      chemin: `scenarios/${id}/financements/${own}/libelle`,
      contre: `scenarios/${id}/financements/${own}/financeur`,
      texte,
      nomme: APPORT.exec(phraseNue(texte))?.[1] ?? '',
      acteurs: [...(financeur === undefined ? [] : [financeur]), ...groupe.map(({ acteur }) => acteur)],
    })),
  ),
];

export const echelonContredit: RegleCoherence = {
  code: 'echelon-contredit',
  gravite: 'attention',
  titre: 'Un titre ou un libellé nomme une autre collectivité que celle de la ligne.',
  explication:
    'La présidence d’une instance (« Président du Département ») est celle d’un organisme qui y siège (« acteurs »), et le libellé d’une recette (« Aide de la Région ») nomme celui qui la donne (« financeur » ou « groupe »). Le Département, la Région et l’État se reconnaissent à leurs mots, sans autre mot après eux ; rien n’est dit quand l’inventaire n’a pas la fiche de celui qui est nommé.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur: cite }) =>
    lignesDe(study).flatMap(({ chemin, contre, texte, nomme, acteurs }): Contradiction[] => {
      const level = echelonNomme(nomme);
      if (level === null) return [];
      const est = ({ nom, sigle = '' }: Acteur): boolean => echelonDe(nom) === level || echelonDe(sigle) === level;
      const own = study.acteurs.filter(({ id }) => acteurs.includes(id));
      const [first] = own;
      // A service of the State is of the State, whatever its name.
      if (!first || own.some((one) => est(one) || (level === 'etat' && one.type === 'service-etat'))) return [];
      const other = study.acteurs.find(est);
      if (!other) return [];
      return [
        {
          chemin,
          contre: [contre, `acteurs/${other.id}/nom`],
          message: `« ${texte} » nomme ${DITS[level]}, et la ligne renvoie à ${cite(first.id)}.`,
          issue: 'Corrigez le texte, ou l’organisme auquel la ligne renvoie.',
        },
      ];
    }),
};

/** First words of a designation, and the types that it may be. */
const TYPES: readonly (readonly [RegExp, readonly Acteur['type'][]])[] = [
  [
    /^association(?! (?:syndicale|fonciere|de (?:communes|collectivites)|d insertion|intermediaire))\b/,
    ['association', 'reseau', 'collectif', 'fondation', 'instance', 'scic'],
  ],
  [/^(?:(?:commune|ville|mairie|departement|metropole)|region(?! academique))\b/, ['collectivite']],
  [
    /^(?:communaute(?: de communes| d agglomeration| urbaine|$)|intercommunalite\b)/,
    ['collectivite', 'syndicat-mixte', 'syndicat-intercommunal'],
  ],
  [
    /^syndicat(?! de copropriet)\b/,
    ['syndicat-mixte', 'syndicat-intercommunal', 'association', 'collectivite', 'etablissement-public'],
  ],
  [
    /^(?:(?:ferme|exploitation)(?! (?:agricole )?(?:pedagogique|communale|municipale|departementale|experimentale|du |de l ))|gaec)\b/,
    ['exploitation-agricole', 'entreprise', 'etablissement-public', 'association', 'cooperative'],
  ],
];

export const designationDuPorteur: RegleCoherence = {
  code: 'designation-du-porteur',
  gravite: 'attention',
  titre: 'Le porteur d’un projet s’écrit d’une autre nature que sa fiche.',
  explication:
    'Le porteur d’un projet s’écrit (« porteur.designation » : « Une association », « La commune ») et renvoie à sa fiche (« porteur.acteur »), dont le type est celui de ce mot. Une désignation qui ne commence pas par l’un de ces mots n’est pas comparée.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets, acteurs }, acteur: cite }) =>
    projets.flatMap(({ id, titre, porteur: { designation, acteur } }): Contradiction[] => {
      const sheet = acteurs.find((one) => one.id === acteur);
      const words = identifiant(designation, ' ').replace(/^(?:une?|la|le|l|les) /, '');
      const [word = ''] = words.split(' ');
      const types = TYPES.find(([pattern]) => pattern.test(words))?.[1];
      // « La ville et son centre social », « Commune (régie de l’eau) » say who of them.
      if (!sheet || !types || /[,(]| et /.test(designation) || types.includes(sheet.type)) return [];
      if (` ${identifiant(sheet.nom, ' ')} `.includes(` ${word} `)) return [];
      return [
        {
          chemin: `projets/${id}/porteur/designation`,
          contre: [`acteurs/${sheet.id}/type`],
          message: `« ${titre} » a pour porteur « ${designation} », et renvoie à ${cite(sheet.id)}, d’une autre nature.`,
          issue: 'Corrigez la désignation du porteur, ou l’organisme auquel elle renvoie.',
        },
      ];
    }),
};

export const maitreDOuvrageContredit: RegleCoherence = {
  code: 'maitre-d-ouvrage-contredit',
  gravite: 'attention',
  titre: 'Le maître d’ouvrage a le nom d’un organisme et le sigle d’un autre.',
  explication:
    'Le nom et le sigle du maître d’ouvrage (« maitre_ouvrage » de etude.yaml) sont ceux d’une même fiche d’acteur : le nom de l’un et le sigle de l’autre mettraient deux organismes sur la couverture.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'bilan'],
  verifier: ({ study: { etude, acteurs } }) => {
    const { nom, sigle } = etude.maitre_ouvrage;
    const named = acteurs.find((one) => identifiant(one.nom) === identifiant(nom));
    const signed = sigle === undefined ? undefined : acteurs.find((one) => one.sigle === sigle);
    if (!named || !signed || named === signed || named.sigle === sigle) return [];
    return [
      {
        chemin: 'etude/maitre_ouvrage/nom',
        contre: ['etude/maitre_ouvrage/sigle', `acteurs/${signed.id}/sigle`],
        message: `le maître d’ouvrage a le nom de « ${named.nom} », et le sigle de « ${signed.nom} » (${sigle}).`,
        issue: 'Corrigez le nom, ou le sigle.',
      },
    ];
  },
};

export const horsDeSonRole: RegleCoherence = {
  code: 'hors-de-son-role',
  gravite: 'attention',
  titre: 'Un organisme fait une activité dont la fonction n’est pas la sienne.',
  explication:
    'Qui réalise ou approuve une activité du mode opératoire (« raci.realise », « raci.approuve ») tient sa fonction (« raci.fonction ») dans le scénario retenu (« roles »), quand le scénario dit qui la tient ; le porteur peut être de toutes.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode, scenarios, etude }, acteur: cite }) => {
    const scenario = scenarios.find(({ id }) => id === mode?.scenario);
    return (mode?.raci ?? []).flatMap(({ activite, fonction, realise, approuve }, i): Contradiction[] => {
      const rank = scenario?.roles.findIndex((one) => one.fonction === fonction) ?? -1;
      const held = (scenario?.roles ?? []).flatMap((one) => (one.fonction === fonction ? one.acteurs : []));
      if (!scenario || fonction === undefined || held.length === 0) return [];
      const out = [...realise, approuve].find((one) => one !== scenario.porteur && !held.includes(one));
      if (out === undefined) return [];
      const libelle = etude.fonctions.find((one) => one.id === fonction)?.libelle ?? fonction;
      return [
        {
          chemin: `mode_operatoire/raci/${i + 1}`,
          contre: [`scenarios/${scenario.id}/roles/${rank + 1}`],
          message: `« ${activite} » est ${realise.includes(out) ? 'confiée à' : 'approuvée par'} ${cite(out)}, qui ne tient pas la fonction « ${libelle} » dans « ${scenario.titre} ».`,
          issue: 'Confiez l’activité à qui tient la fonction, ou ajoutez l’organisme au rôle.',
          saisie: 'Il s’ajoute à « roles.acteurs » du scénario (scenarios.yaml).',
        },
      ];
    });
  },
};

export const TITRES_ET_LIBELLES = [
  echelonContredit,
  designationDuPorteur,
  maitreDOuvrageContredit,
  horsDeSonRole,
] as const;
