/** « Fontaine est la commune la plus peuplée », « le premier a été le plus suivi »: what a sentence puts first among things that the study measures. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { anneeDe } from '../../../../texte/dates.js';
import { sansArticle } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { chiffrageDe } from '../../../scenarios/chiffrage.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { nomsDesScenarios } from '../noms.js';
import { FRACTION, fractionDe, nomNu, propositions } from '../propositions.js';
import { DU_BILAN, DU_DIAGNOSTIC } from '../touts.js';
import { nomsDuTemps, nomsDuTitre, parNoms } from './par-noms.js';

interface Mesuree {
  nom: string;
  noms: readonly string[];
  valeur: number;
  chemin: string;
}

interface Classement {
  ou: RegExp;
  /** Words of which its sentences have one: the pattern is long to try. */
  mots: RegExp;
  /** Any words, then `<nom>` and what puts it first; `moins` where it is of the least. */
  motif: RegExp;
  parmi: (study: Study) => readonly Mesuree[];
  dire: (valeur: number) => string;
}

/** « des trois expériences retenues, », « avec 4 000 habitants, ». */
const CADRE =
  '^(?:(?:(?:des|parmi les) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?: ateliers| experiences| communes| partenaires| scenarios)?(?: retenue?s| etudiee?s)?|avec [^,]+), )?(?<nom>[^,]+?)';
/** All of them, and no part: « des quatre », « du territoire », « des ateliers ». */
const DES =
  "(?: (?:des (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)|(?:des|de tous les|de toutes les|des (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)) (?:ateliers|communes|experiences|partenaires|scenarios)(?: retenues| etudiees| tenus)?|du territoire|de l'etude|de tous|de toutes))?";
const EST = '(?: est| a ete| reste|,)';

const communes = ({ territoire }: Study): Mesuree[] =>
  territoire.communes.flatMap(({ nom, code, population }) =>
    population === undefined
      ? []
      : [{ nom, noms: [nom], valeur: population, chemin: `territoire/communes/${code}/population` }],
  );

const ateliers = ({ participation, territoire }: Study): Mesuree[] =>
  participation.flatMap((one) => {
    const { id, titre, type, etat, participants, participants_total: total } = one;
    const valeur = total ?? sum(Object.values(participants ?? {}));
    return type !== 'atelier' || etat === 'annulee' || titre === undefined || valeur === 0
      ? []
      : [{ nom: titre, noms: nomsDuTemps(one, territoire), valeur, chemin: `participation/${id}/participants` }];
  });

const experiences = ({ experiences: all }: Study): Mesuree[] =>
  all.flatMap(({ id, nom, territoire, retenue, creation }) => {
    const year = creation === undefined ? null : anneeDe(creation);
    return !retenue || year === null
      ? []
      : [
          {
            nom,
            noms: [...nomsDuTitre(nom), ...lieux(territoire?.nom)],
            valeur: year,
            chemin: `experiences/${id}/creation`,
          },
        ];
  });

/** « celle du pays » is that of the « Réseau d’aide du pays ». */
function lieux(nom: string | undefined): string[] {
  const last = /([a-z-]+)(?: \(.*)?$/.exec(nom === undefined ? '' : sansArticle(nom))?.[1];
  return last === undefined ? [] : [last, `celle ${last}`, `celle d'${last}`];
}

const partenaires = ({ mode_operatoire: mode, acteurs, scenarios }: Study): Mesuree[] => {
  const bearer = scenarios.find(({ id }) => id === mode?.scenario)?.porteur;
  return (mode?.realise?.jours ?? []).flatMap(({ acteur, jours }, i) => {
    const own = acteurs.find(({ id }) => id === acteur);
    return !own || acteur === bearer
      ? []
      : [
          {
            nom: own.sigle ?? own.nom,
            noms: [own.nom, own.sigle ?? own.nom, ...(own.sigle ?? '').split(' ').slice(0, 1)].map(sansArticle),
            valeur: jours,
            chemin: `mode_operatoire/realise/jours/${i + 1}/jours`,
          },
        ];
  });
};

const equipes = (study: Study): Mesuree[] =>
  study.scenarios.flatMap((scenario) => {
    const valeur = chiffrageDe(study, scenario).indicateurs.get('etp_total')?.valeur;
    return typeof valeur === 'number'
      ? [
          {
            nom: nomDuScenario(scenario),
            noms: nomsDesScenarios(study).seuls(scenario),
            valeur,
            chemin: `scenarios/${scenario.id}/moyens/humains`,
          },
        ]
      : [];
  });

const CLASSEMENTS: readonly (Classement & { moins?: true })[] = [
  {
    ou: DU_DIAGNOSTIC,
    mots: /peuplee/,
    motif: new RegExp(`${CADRE}${EST} (?:la commune |la ville )?la plus peuplee${DES}$`),
    parmi: communes,
    dire: (valeur) => `compte ${compte(valeur, 'habitant')}`,
  },
  {
    ou: DU_DIAGNOSTIC,
    mots: /suivi|frequente|monde|participants|personnes/,
    motif: new RegExp(
      `${CADRE}(?:(?:${EST} (?:l'(?:atelier) )?le plus (?:suivi|frequente))${DES}| (?:est celui qui )?a (?:reuni|rassemble|attire) le plus de (?:monde|participants|personnes))$`,
    ),
    parmi: ateliers,
    dire: (valeur) => `a réuni ${compte(valeur, 'participation')}`,
  },
  {
    ou: DU_DIAGNOSTIC,
    mots: /recente/,
    motif: new RegExp(`${CADRE}${EST} (?:l'experience )?la plus recente${DES}$`),
    parmi: experiences,
    dire: (valeur) => `date de ${valeur}`,
  },
  {
    ou: DU_DIAGNOSTIC,
    mots: /ancienne/,
    motif: new RegExp(`${CADRE}${EST} (?:l'experience )?la plus ancienne${DES}$`),
    parmi: experiences,
    dire: (valeur) => `date de ${valeur}`,
    moins: true,
  },
  {
    ou: DU_BILAN,
    mots: /jours|temps|journees/,
    motif: new RegExp(
      `${CADRE} (?:est le partenaire qui )?a (?:donne|fait|apporte|passe|consacre) le plus de (?:jours|temps|journees)${DES}$`,
    ),
    parmi: partenaires,
    dire: (valeur) => `a fait ${compte(valeur, 'jour')}`,
  },
  {
    ou: /^scenarios\b/,
    mots: /temps|personnel|agents|etp|emplois/,
    motif: new RegExp(
      `${CADRE} (?:est (?:celui|celle|le scenario) qui )?(?:demande(?:nt)?|emploie(?:nt)?|mobilise(?:nt)?|exige(?:nt)?) le plus (?:de temps de travail|de personnel|d'agents|d'etp|d'emplois)${DES}(?:,? avec .*)?$`,
    ),
    parmi: equipes,
    dire: (valeur) => `emploie ${nombreFr(Math.round(valeur * 100) / 100)} ETP`,
  },
];

/** What one of them has at least: their own patterns are long to try. */
const PREMIER = /\bl[ae] plus (?:peuplee|suivi|frequente|recente|ancienne|de)\b/;

const PART = new RegExp(
  `^(?<nom>[^,]+?) (?:rassemble|compte|abrite|concentre|regroupe|represente|reunit) (?<comment>plus d[e'] ?|moins d[e'] ?|pres d[e'] ?|environ )?(?<fraction>${FRACTION}) (?:des habitants|de la population)(?: du territoire| de l'ensemble)?$`,
);
const PRES = 0.07;

export function superlatifsDits(study: Study): Lecteur {
  const classes = CLASSEMENTS.map((one) => ({
    ...one,
    mesures: once(() => {
      const all = one.parmi(study);
      return { all, nommee: parNoms(all, ({ noms }) => noms) };
    }),
  }));
  return (phrase, ou) =>
    propositions(phrase).flatMap((part): Dementi[] => {
      const found = PREMIER.test(part)
        ? classes.flatMap(({ ou: where, mots, motif, mesures, dire, moins }) => {
            const nom = where.test(ou) && mots.test(part) ? motif.exec(part)?.groups?.nom : undefined;
            const own = nom === undefined ? undefined : mesures().nommee(nomNu(nom));
            const sign = moins ? -1 : 1;
            const before = own
              ? mesures().all.reduce((best, one) => (sign * one.valeur > sign * best.valeur ? one : best), own)
              : undefined;
            return own && before && before !== own
              ? [
                  {
                    dit: `« ${own.nom} » ${dire(own.valeur)}, et « ${before.nom} » ${dire(before.valeur)}`,
                    contre: [own.chemin, before.chemin] as const,
                  },
                ]
              : [];
          })
        : [];
      return [...found, ...partDesHabitants(part, ou)];
    });

  function partDesHabitants(part: string, ou: string): Dementi[] {
    const groups = DU_DIAGNOSTIC.test(ou) && /habitants|population/.test(part) ? PART.exec(part)?.groups : undefined;
    const own = groups ? classes[0]?.mesures().nommee(nomNu(groups.nom ?? '')) : undefined;
    const said = fractionDe(groups?.fraction ?? '');
    const all = study.territoire.communes;
    if (!own || said === null || all.some(({ population }) => population === undefined)) return [];
    const share = own.valeur / sum(all, ({ population }) => population);
    const comment = groups?.comment ?? '';
    const holds = /plus/.test(comment)
      ? share > said
      : /moins/.test(comment)
        ? share < said
        : Math.abs(share - said) <= PRES;
    return holds
      ? []
      : [
          {
            dit: `« ${own.nom} » compte ${compte(own.valeur, 'habitant')}, soit ${nombreFr(Math.round(share * 100))} % de ceux du territoire décrit`,
            contre: [own.chemin],
          },
        ];
  }
}
