/** « les deux projets en cours », « trois conventions payées », « cinq instances »: things of one sort that a sentence counts, all of them. */
import { scenariosCompares } from '../../../study/essais.js';
import type { Study } from '../../../study/study.js';
import { MOIS_NUS } from '../../../texte/dates-ecrites.js';
import { enMotif } from '../../../texte/identifiant.js';
import { nombreFr } from '../../../texte/nombres.js';
import { CLOS, debutDePhrase } from '../../../texte/propos.js';
import { quantitesEcrites } from '../../../texte/quantites-ecrites.js';
import type { Dementi } from './lecteur.js';

interface Sorte {
  /** What follows the number, in lower case without accents. */
  suite: RegExp;
  /** Null where the study does not count them. */
  nombre: number | null;
  contre: string;
  dit: string;
  /** Read only when all are meant: « les deux projets en cours ». */
  tous: boolean;
  /** A smaller number is false too: « deux instances seulement ». */
  exact?: true;
  /** What changes with time is compared in the balance alone. */
  bilan: boolean;
}

/** Nothing that would leave some aside: « terminés avant l’été », « , tous deux communaux », « , celles du mois de mai ». */
const FIN =
  "(?=\\s*[.;:!?)]|\\s*,(?! (?:tous|toutes|celles?|ceux|l'une?|le|la|les)\\b)|$| (?:et|mais|avant d[e'e]|sont|ont|seront|continu\\w+|fini\\w+|jusqu)\\b)";

/** Words by which a sentence calls the contract of the study. */
const contratDe = ({ contrat }: Study): string =>
  ['cahier des charges', 'marche', contrat?.nom, contrat?.sigle]
    .flatMap((nom) => (nom === undefined ? [] : [enMotif(nom)]))
    .join('|');

function sortesDe(study: Study): (Sorte & { nombre: number })[] {
  const { projets, mode_operatoire: mode, etude } = study;
  const first = projets[0]?.id ?? '';
  const { conventions = [], realise, instances = [] } = mode ?? {};
  const paid = new Set(
    (realise?.paiements ?? []).flatMap(({ convention, montant }) => (montant > 0 ? [convention] : [])),
  );
  const signed = conventions.filter(({ signee_le }) => signee_le !== undefined).length;
  // None is in a state, when all have another: that is a count too.
  const dits = projets.length > 0 && projets.every(({ etat }) => etat !== undefined);
  const state = (etat: string): number | null => projets.filter((one) => one.etat === etat).length || (dits ? 0 : null);
  const all: Sorte[] = [
    {
      suite: new RegExp(`^projets (?:encore )?en cours${FIN}`),
      nombre: state('en-cours'),
      contre: `projets/${first}/etat`,
      dit: 'en cours',
      tous: true,
      bilan: true,
    },
    {
      suite: new RegExp(`^projets (?:termines|acheves|aboutis)${FIN}`),
      nombre: state('termine'),
      contre: `projets/${first}/etat`,
      dit: 'terminés',
      tous: true,
      bilan: true,
    },
    {
      suite: new RegExp(`^projets (?:abandonnes|arretes)${FIN}`),
      nombre: state('abandonne'),
      contre: `projets/${first}/etat`,
      dit: 'abandonnés',
      tous: true,
      bilan: true,
    },
    {
      suite: new RegExp(`^conventions payees${FIN}|^conventions payees aux `),
      nombre: paid.size || null,
      contre: 'mode_operatoire/realise/paiements',
      dit: 'conventions payées',
      tous: false,
      bilan: true,
    },
    {
      suite: new RegExp(`^conventions signees${FIN}`),
      nombre: signed || null,
      contre: 'mode_operatoire/conventions',
      dit: 'conventions signées',
      tous: true,
      bilan: true,
    },
    {
      suite: new RegExp(`^instances${FIN}`),
      nombre: instances.length || null,
      contre: 'mode_operatoire/instances',
      dit: 'instances',
      tous: false,
      bilan: false,
    },
    {
      suite: new RegExp(
        `^scenarios(?: d'organisation)?(?: seulement)? (?:sont|ont ete) (?:ici )?(?:compare|etudie|chiffre|construit|presente)e?s${FIN}`,
      ),
      nombre: study.criteres?.statu_quo === undefined ? scenariosCompares(study.scenarios).length || null : null,
      contre: `scenarios/${study.scenarios[0]?.id ?? ''}`,
      ...{ dit: 'scénarios', tous: false, bilan: false, exact: true },
    },
    {
      suite: new RegExp(
        `^actions (?:(?:que cite|citees (?:par|dans)) (?:le |la |l')?|du )(?:${contratDe(study)})(?=${CLOS})`,
      ),
      nombre: etude.actions_indicatives?.length || null,
      contre: 'etude/actions_indicatives',
      dit: 'actions citées',
      tous: true,
      bilan: false,
    },
  ];
  return all.flatMap(({ nombre, ...rest }) => (nombre === null ? [] : [{ nombre, ...rest }]));
}

/** The number begins its sentence, or an article says that all are meant; « deux des trois », « plus de trois » give another number. */
const TOUS = /\b(?:les|des|aux|ces|nos|leurs)$/;
/** « En mars 2019, les huit projets en cours » are those of that day. */
const D_ALORS = new RegExp(
  `\\b(?:(?:19|20)\\d\\d|${MOIS_NUS.join('|')}|automne|hiver|printemps|l'ete|alors|[a-z]+(?:ait|aient))\\b`,
);
const DU_BILAN = /^(?:evaluation|bilan|mode_operatoire\/realise)\b/;

/** A count that a sentence gives wrong of one sort. */
export interface CompteFaux extends Dementi {
  valeur: number;
}

export function comptesDeSorte(study: Study): (phrase: string, ou: string) => CompteFaux[] {
  const sorts = sortesDe(study);
  if (sorts.length === 0) return () => [];
  return (phrase, ou) => {
    if (!/projets|conventions|instances|actions|scénarios/.test(phrase)) return [];
    return quantitesEcrites(phrase).flatMap(({ valeur, avant, suite }) => {
      const before = debutDePhrase(avant, true);
      if (
        valeur < 2 ||
        !(before === '' || TOUS.test(before)) ||
        /\b(?:\d+|un|une|deux|trois|quatre|cinq) des$/.test(before)
      )
        return [];
      const found = sorts.find((one) => one.suite.test(suite) && (!one.bilan || DU_BILAN.test(ou)));
      if (!found || found.nombre === valeur || (found.tous && !TOUS.test(before))) return [];
      // Some of all may be meant, unless an article and what they are say that none is left.
      if (valeur < found.nombre && !found.tous && !found.exact) return [];
      if (found.bilan && D_ALORS.test(debutDePhrase(avant))) return [];
      return [{ valeur, dit: `l’étude en compte ${nombreFr(found.nombre)} (${found.dit})`, contre: [found.contre] }];
    });
  };
}
