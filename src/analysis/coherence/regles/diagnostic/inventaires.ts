/** One inventory against itself or another: names that two share, a reference of one's own among the experiences compared, sources to come. */
import { referencesTo } from '../../../../study/rules/walk.js';
import type { Study } from '../../../../study/study.js';
import { anneeDe, leJour, posterieur } from '../../../../texte/dates.js';
import { identifiant } from '../../../../texte/identifiant.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const plain = (text: string): string => identifiant(text, '');

export const sigleEnDouble: RegleCoherence = {
  code: 'sigle-en-double',
  gravite: 'attention',
  titre: 'Deux organismes ont le même sigle.',
  explication:
    'Les tableaux, les figures et les phrases nomment un organisme par son sigle quand il en a un : le lecteur ne saurait pas duquel des deux on parle. Les accents, les majuscules et la ponctuation ne comptent pas.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire'],
  verifier: ({ study: { acteurs } }) =>
    acteurs.flatMap(({ id, nom, sigle }, rank): Contradiction[] => {
      if (sigle === undefined || plain(sigle) === '') return [];
      const other = acteurs.slice(0, rank).find((one) => one.sigle !== undefined && plain(one.sigle) === plain(sigle));
      if (!other) return [];
      return [
        {
          chemin: `acteurs/${id}/sigle`,
          contre: [`acteurs/${other.id}/sigle`],
          message: `« ${nom} » et « ${other.nom} » ont le même sigle (${sigle}).`,
          issue: 'Donnez à l’un un sigle qui le distingue, ou laissez-le sans sigle.',
          saisie: 'Il s’écrit dans « sigle » de sa fiche (acteurs.yaml).',
        },
      ];
    }),
};

export const lienAvecSoi: RegleCoherence = {
  code: 'lien-avec-soi',
  gravite: 'attention',
  titre: 'Un organisme est lié à lui-même.',
  explication: 'Un lien (« liens » de acteurs.yaml) va d’un organisme à un autre ; il dessine le réseau des acteurs.',
  livrables: ['diagnostic'],
  verifier: ({ study: { acteurs } }) =>
    acteurs.flatMap(({ id, nom, liens = [] }) =>
      liens.flatMap(({ acteur }, i): Contradiction[] =>
        acteur !== id
          ? []
          : [
              {
                chemin: `acteurs/${id}/liens/${i + 1}/acteur`,
                contre: [`acteurs/${id}`],
                message: `« ${nom} » est lié à lui-même.`,
                issue: 'Nommez l’autre organisme, ou retirez le lien.',
                saisie: 'L’autre organisme se nomme dans « liens.acteur » de la fiche (acteurs.yaml).',
              },
            ],
      ),
    ),
};

export const referenceRetenue: RegleCoherence = {
  code: 'reference-retenue',
  gravite: 'attention',
  titre: 'Une expérience est à la fois du territoire et retenue comme venue d’ailleurs.',
  explication:
    'Une référence interne (« reference_interne ») vient du territoire même : elle éclaire la comparaison et ne compte pas parmi les expériences d’ailleurs que le contrat demande (« retenue »).',
  livrables: ['diagnostic'],
  verifier: ({ study: { experiences } }) =>
    experiences.flatMap(({ id, nom, retenue, reference_interne: own }): Contradiction[] =>
      !retenue || !own
        ? []
        : [
            {
              chemin: `experiences/${id}/retenue`,
              contre: [`experiences/${id}/reference_interne`],
              message: `« ${nom} » est une référence interne et compte parmi les expériences retenues ailleurs.`,
              issue: 'Gardez l’une des deux qualités.',
            },
          ],
    ),
};

/** Whether a place that cites speaks itself of what came after a date: a rule in force later, an update of an experience. */
function ditPlusTard({ references }: Study, path: string, date: string): boolean {
  const [collection, id, field] = path.split('/');
  return collection === 'references'
    ? posterieur(references.find((one) => one.id === id)?.applicable_du, date)
    : collection === 'experiences' && field === 'actualisations';
}

export const sourcePosterieure: RegleCoherence = {
  code: 'source-posterieure',
  gravite: 'attention',
  titre: 'Une source citée est datée d’après l’étude.',
  explication:
    'Une étude ne cite que ce qui existe à sa date. Une règle qui n’entre en vigueur que plus tard garde la sienne, comme l’actualisation d’une expérience : elles ne paraissent pas avant leur date.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'bilan'],
  verifier: ({ study }) => {
    const { sources, etude } = study;
    const late = new Map(sources.filter(({ date }) => posterieur(date, etude.date)).map((one) => [one.id, one]));
    if (late.size === 0) return [];
    return [...referencesTo(study, 'sources')].flatMap(({ path, id }): Contradiction[] => {
      const source = late.get(id);
      if (!source || ditPlusTard(study, path, etude.date)) return [];
      return [
        {
          chemin: path,
          contre: [`sources/${id}/date`, 'etude/date'],
          message: `« ${source.titre} » est cité, et daté d’après l’étude (${source.date ?? ''}, étude arrêtée ${leJour(etude.date)}).`,
          issue: 'Citez ce qui existait à la date de l’étude, ou mettez à jour cette date.',
          saisie:
            'La date de l’étude s’écrit dans « date » d’etude.yaml, celle de la source dans « date » de sources.yaml.',
        },
      ];
    });
  },
};

/** Hosts where a site is tried before it is published, or that exist on one machine alone. */
const HOTE_D_ESSAI =
  /(?:^|[.-])(?:staging|pre-?prod(?:uction)?|localhost)(?:[.-]|$)|(?:^|[.-])(?:test|dev)\.(?!gouv\.|asso\.|com\.|org\.|co\.)[^.]+\.|\.(?:local|invalid|example|test)$/;

/** The host of an address; empty where there is none. */
const hoteDe = (url: string | undefined): string =>
  /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(url ?? '')?.[1]?.toLowerCase() ?? '';

export const sourceDEssai: RegleCoherence = {
  code: 'source-d-essai',
  gravite: 'attention',
  titre: 'Une source citée a l’adresse d’un site d’essai.',
  explication:
    'Un site d’essai (« staging », « preprod », « test », « dev », « localhost ») sert à préparer le site public : le lecteur n’y a pas accès, ou y lit autre chose que ce qui a été publié.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'bilan'],
  verifier: ({ study }) => {
    const tried = new Map(
      study.sources.filter(({ url }) => HOTE_D_ESSAI.test(hoteDe(url))).map((one) => [one.id, one]),
    );
    const told = new Map(
      tried.size === 0 ? [] : [...referencesTo(study, 'sources')].reverse().map(({ path, id }) => [id, path] as const),
    );
    return [...tried.values()].flatMap(({ id, titre, url }): Contradiction[] => {
      const cited = told.get(id);
      return cited === undefined
        ? []
        : [
            {
              chemin: `sources/${id}/url`,
              contre: [cited],
              message: `« ${titre} » est citée, et son adresse est celle d’un site d’essai (${hoteDe(url)}).`,
              issue:
                'Donnez l’adresse publique ; à défaut, ôtez l’adresse : le titre, l’auteur et la date suffisent à retrouver la source.',
              saisie: 'L’adresse s’écrit dans « url » de la source (sources.yaml).',
            },
          ];
    });
  },
};

/** What is written once its year is over, or under way: « Bilan 2015 », « Rapport d’activité 2018 »; of a title in lower case. */
const D_UNE_ANNEE =
  /(?<!\p{L})(?:bilan|rapport d[’']activité|compte administratif|comptes|enquête|recensement|résultats)(?!\p{L})[^\d,;:]{0,30}(?<![\d-])((?:19|20)\d{2})(?![\d-]|\s*(?:à|-|–)\s*\d)/u;

/** What is drawn up for a year to come: « Comptes prévisionnels 2019 », « Enquête publique du projet 2020 ». */
const D_AVANCE =
  /prévision|attendu|préalable|publique|besoins|parcours|horizon|provisoire|(?<!\p{L})(?:plans?|programmes?|projets?|schémas?|pour|vers|vue|avant)(?!\p{L})/u;

export const titreEtDate: RegleCoherence = {
  code: 'titre-et-date',
  gravite: 'attention',
  titre: 'Une source est datée d’avant l’année que son titre annonce.',
  explication:
    'Un bilan, un rapport d’activité, des comptes, une enquête ou un recensement qui porte une année dans son titre (« Bilan 2015 ») n’a pas paru avant elle (« date »). Un programme, un plan ou ce qui les prépare (enquête publique, comptes prévisionnels), qui s’écrit d’avance, n’est pas comparé, ni un titre qui donne une période.',
  livrables: ['diagnostic'],
  verifier: ({ study: { sources } }) =>
    sources.flatMap(({ id, titre, date }): Contradiction[] => {
      if (date === undefined || !/(?:19|20)\d\d/.test(titre)) return [];
      const [words = '', found] = D_UNE_ANNEE.exec(titre.toLowerCase()) ?? [];
      const year = D_AVANCE.test(words) ? Number.NaN : Number(found);
      const dated = anneeDe(date);
      if (!Number.isFinite(year) || dated === null || dated >= year) return [];
      return [
        {
          chemin: `sources/${id}/date`,
          contre: [`sources/${id}/titre`],
          message: `« ${titre} » est daté de ${dated} : il n’a pu paraître avant ${year}.`,
          issue: 'Corrigez la date, ou le titre.',
        },
      ];
    }),
};

export const INVENTAIRES = [
  sigleEnDouble,
  lienAvecSoi,
  referenceRetenue,
  sourcePosterieure,
  sourceDEssai,
  titreEtDate,
] as const;
