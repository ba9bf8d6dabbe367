/** What sentences tell the parts of: needs, tools, conventions, risks, each with the states that they are in and how many are. */
import type { Study } from '../../../study/study.js';
import { enMotif, phraseNue } from '../../../texte/identifiant.js';
import { mesuresAu } from '../../diagnostic-complet.js';
import { dateDeRemise } from '../../etat/livrable.js';
import { analyserBilan } from '../../projets/bilan.js';
import { once } from '../../une-fois.js';

/** A state that things of one sort are in, as sentences say it of several and of one, and how many are. */
export interface Etat {
  pluriel: string;
  singulier: string;
  /** Each that may be meant (« couverts » may leave or take those that are in part); counted when it is read. */
  nombres: readonly number[];
  dit: string;
  contre: string;
}

export interface Tout {
  /** Of several, of one: patterns. */
  noms: string;
  nom: string;
  total: number;
  /** Deliverables that speak of them as of the same day. */
  ou: RegExp;
  etats: readonly Etat[];
}

export const DU_DIAGNOSTIC = /^(?:diagnostic|scenarios)\b/;
export const DU_BILAN = /^(?:bilan|evaluation)\b/;

function duDiagnostic(study: Study): Tout[] {
  // Measured where a sentence has the words of a state: few do.
  const mesures = once(() => mesuresAu(study, dateDeRemise(study, 'diagnostic')));
  const count = (id: string): number => study.outils.filter(({ disponibilite }) => disponibilite === id).length;
  return [
    {
      ...{ noms: 'besoins(?: recenses)?', nom: 'besoin', ou: DU_DIAGNOSTIC },
      get total() {
        return mesures().besoins.liste.length;
      },
      etats: [
        {
          ...{
            pluriel: '(?:restent|sont|demeurent) sans reponse',
            singulier: "(?:n'est|ne reste|ne demeure) sans reponse",
          },
          ...{ dit: 'sans réponse', contre: 'besoins' },
          get nombres() {
            return [mesures().besoins.niveaux['non-couvert']];
          },
        },
        {
          ...{
            pluriel: "ont (?:deja )?(?:au moins )?(?:une|un debut de) reponse(?: aujourd'hui)?",
            singulier: "n'a (?:de |encore de |aujourd'hui de )reponse(?: aujourd'hui)?",
          },
          ...{ dit: 'avec une réponse au moins', contre: 'besoins' },
          get nombres() {
            const { couvert, partiel } = mesures().besoins.niveaux;
            return [
              study.besoins.filter(({ reponse_actuelle: now }) => now !== undefined && now !== 'nulle').length,
              couvert + partiel,
            ];
          },
        },
        {
          ...{ pluriel: 'sont (?:deja )?couverts', singulier: "n'est (?:deja )?couvert" },
          ...{ dit: 'couverts', contre: 'besoins' },
          get nombres() {
            const { couvert, partiel } = mesures().besoins.niveaux;
            return [couvert, couvert + partiel];
          },
        },
      ],
    },
    {
      ...{ noms: 'outils(?: recenses)?', nom: 'outil', total: study.outils.length, ou: DU_DIAGNOSTIC },
      etats: [
        {
          ...{ pluriel: 'existent(?: deja)?', singulier: "n'existe(?: deja| encore)?" },
          ...{
            nombres: [count('existant'), count('existant') + count('a-adapter')],
            dit: 'existants',
            contre: 'outils',
          },
        },
        {
          ...{ pluriel: '(?:sont|restent) a creer', singulier: "(?:n'est|ne reste) a creer" },
          ...{ nombres: [count('a-creer')], dit: 'à créer', contre: 'outils' },
        },
      ],
    },
    {
      ...{ noms: 'experiences(?: etudiees)?', nom: 'experience', total: study.experiences.length, ou: DU_DIAGNOSTIC },
      etats: [
        {
          ...{ pluriel: '(?:sont|ont ete) retenues', singulier: "n'(?:est|a ete) retenue" },
          ...{ dit: 'retenues', contre: 'experiences' },
          get nombres() {
            return [mesures().experiences.retenues.length];
          },
        },
      ],
    },
    {
      ...{ noms: 'acteurs(?: recenses)?', nom: 'acteur', total: study.acteurs.length, ou: DU_DIAGNOSTIC },
      etats: (
        [
          ['engages', 'engage', [['engage']], 'engagés'],
          ['volontaires', 'volontaire', [['volontaire'], ['engage', 'volontaire']], 'volontaires'],
          ['volontaires ou engages', 'volontaire ou engage', [['engage', 'volontaire']], 'volontaires ou engagés'],
        ] as const
      ).map(([pluriel, singulier, kinds, dit]) => ({
        ...{
          pluriel: `sont (?:deja )?${pluriel}`,
          singulier: `n'est (?:deja |encore )?${singulier}`,
          dit,
          contre: 'acteurs',
        },
        nombres: kinds.map(
          (kind: readonly string[]) =>
            study.acteurs.filter(({ engagement }) => kind.includes(engagement ?? 'pressenti')).length,
        ),
      })),
    },
  ];
}

function duRecueil({ participation, etude }: Study): Tout[] {
  const revenus: Tout[] = [];
  const interroges = participation.flatMap(({ id, type, envoyes, reponses, participants }) => {
    const [only, ...others] = Object.keys(participants ?? {});
    const cible = etude.publics.find((one) => one.id === only);
    if (type !== 'enquete' || envoyes === undefined || reponses === undefined) return [];
    const seule = participation.filter((one) => one.type === 'enquete').length === 1;
    if (seule)
      revenus.push({
        ...{
          noms: 'questionnaires(?: envoyes| adresses| distribues)?',
          nom: 'questionnaire',
          total: envoyes,
          ou: DU_DIAGNOSTIC,
        },
        etats: [
          {
            pluriel: '(?:sont|nous sont) (?:revenus|rentres)|(?:ont (?:recu une reponse|ete remplis|ete retournes))',
            singulier: "n'est revenu",
            nombres: [reponses],
            ...{ dit: 'réponses', contre: `participation/${id}/reponses` },
          },
        ],
      });
    if (!cible || others.length > 0) return [];
    const noms = `${phraseNue(cible.libelle)} (?:interroge|consulte|sollicite)e?s`;
    const contre = `participation/${id}/reponses`;
    const etat = {
      pluriel: "(?:y )?ont repondu(?: au questionnaire| a l'enquete)?",
      singulier: "n'a repondu",
      nombres: [reponses],
      dit: 'réponses',
      contre,
    };
    return [{ noms, nom: noms, total: envoyes, ou: DU_DIAGNOSTIC, etats: [etat] }];
  });
  return [...interroges, ...revenus];
}

function duBilan(study: Study): Tout[] {
  const { mode_operatoire: mode } = study;
  const { conventions = [], risques = [], indicateurs = [] } = mode ?? {};
  // As the evaluation tells them: by their last day, and by the records where nothing else measures them.
  const suivis = once(() => analyserBilan(study, dateDeRemise(study, 'bilan')).indicateurs);
  return [
    {
      ...{ noms: 'conventions(?: prevues)?', nom: 'convention', total: conventions.length, ou: DU_BILAN },
      etats: [
        {
          ...{ pluriel: '(?:sont|ont (?:toutes )?ete) signees', singulier: "n'(?:est|a ete) signee" },
          ...{ nombres: [conventions.filter(({ signee_le: on }) => on !== undefined).length], dit: 'signées' },
          contre: 'mode_operatoire/conventions',
        },
      ],
    },
    {
      ...{ noms: 'risques(?: identifies| prevus)?', nom: 'risque', total: risques.length, ou: DU_BILAN },
      etats: [
        {
          ...{
            pluriel: '(?:sont survenus|se sont (?:realises|produits))',
            singulier: "(?:n'est survenu|ne s'est (?:realise|produit))",
          },
          ...{ nombres: [risques.filter(({ survenu_le: on }) => on !== undefined).length], dit: 'survenus' },
          contre: 'mode_operatoire/risques',
        },
      ],
    },
    {
      ...{
        noms: 'cibles',
        nom: 'cible',
        total: indicateurs.filter(({ cible }) => cible !== undefined).length,
        ou: DU_BILAN,
      },
      etats: [
        {
          ...{ pluriel: '(?:sont|ont ete) (?:atteintes|tenues)', singulier: "n'(?:est|a ete) (?:atteinte|tenue)" },
          ...{ dit: 'atteintes', contre: 'mode_operatoire/indicateurs' },
          get nombres() {
            return [suivis().filter(({ atteint }) => atteint).length];
          },
        },
      ],
    },
    ...desDemandes(mode),
  ].filter(({ total }) => total > 1);
}

/** What became of the requests, each by the first word of its name: « ont reçu une réponse directe », « ont donné lieu à une visite ». */
function desDemandes(mode: Study['mode_operatoire']): Tout[] {
  const sorts = mode?.realise?.demandes ?? [];
  const word = ({ sort }: { sort: string }): string => /^[a-z]{4,}/.exec(phraseNue(sort))?.[0] ?? '';
  const alone = sorts.filter(
    (one) => word(one) !== '' && sorts.filter((other) => word(other) === word(one)).length === 1,
  );
  const total = sorts.reduce((sum, { nombre }) => sum + nombre, 0);
  return [
    {
      ...{ noms: 'demandes(?: recues)?', nom: 'demande', total, ou: DU_BILAN },
      etats: alone.map((one) => ({
        // « Encore en cours » is told of them as it stands; a visit is had.
        ...(/^(?:encore|toujours|sans) /.test(phraseNue(one.sort))
          ? { pluriel: `(?:sont|restent) ${enMotif(one.sort)}`, singulier: `(?:n'est|ne reste) ${enMotif(one.sort)}` }
          : {
              pluriel: `ont (?:recu|donne lieu a|abouti a|conduit a) une? ${word(one)}(?: directe)?`,
              singulier: `n'a (?:recu|donne lieu a|abouti a|conduit a) (?:de |d'|une? |aucune? )?${word(one)}(?: directe)?`,
            }),
        ...{ nombres: [one.nombre], dit: `« ${one.sort} »`, contre: 'mode_operatoire/realise/demandes' },
      })),
    },
  ];
}

export const toutsDe = (study: Study): Tout[] => [
  ...(study.besoins.length > 0 ? duDiagnostic(study) : []),
  ...duRecueil(study),
  ...duBilan(study),
];
