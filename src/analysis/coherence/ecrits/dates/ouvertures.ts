/** « le réseau ouvre en octobre », « l’appel s’est clos le 25 », « ouverte cinq jours par semaine »: when a sentence has a scenario, or the call for projects, open and close. */
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { leJour } from '../../../../texte/dates.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { EN_LETTRES } from '../../../../texte/quantites-ecrites.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { scenarioNomme, scenariosDe } from '../cibles.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { memeDate, nomNu, propositions, QUAND, quandDe, valeurDe } from '../propositions.js';

const APPEL = new RegExp(
  `^l'appel(?: a projets| a candidatures)? (?:(?<ouvert>s'est ouvert|a ete (?:ouvert|lance|publie)|a ouvert)|(?:s'est (?:clos|acheve|termine|ferme)|a ete clos|a pris fin)) ${QUAND}$`,
);
const OUVRE = new RegExp(
  `^(?<qui>.+?) (?:ouvre(?:nt)?|ouvrira|ouvriront|a ouvert|ont ouvert|demarre(?:nt|ra|ront)?|a demarre|ont demarre|entre(?:nt|ra)? en service) (?:des )?${QUAND}$`,
);
const SEMAINE = `(?<n>${EN_LETTRES}|\\d+) jours par semaine`;
const OUVERT = new RegExp(
  `^(?<qui>.+?) (?:ouvre(?:nt)?|ouvrira|accueille(?:nt)?|recoit|(?:est|sont|sera|seront|reste) ouverte?s?) ${SEMAINE}$`,
);
const DU_BILAN = /^(?:bilan|evaluation|mode.operatoire|fiches-projets)\b/;

const DELAI = new RegExp(
  `^(?:(?:le|son) delai de mise en place est de|il faut|il se met en place en|sa mise en place (?:demande|prend|dure)) (?<n>${EN_LETTRES}|\\d+) mois(?: pour (?:l'ouvrir|le mettre en place|ouvrir|le lancer|mettre en place ce scenario|ouvrir les relais))?$`,
);

type Mode = NonNullable<Study['mode_operatoire']>;

function appel({ experimentation }: Mode, part: string): Dementi | null {
  const groups = part.startsWith("l'appel") ? APPEL.exec(part)?.groups : undefined;
  const quand = quandDe(groups);
  const champ = groups?.ouvert === undefined ? 'appel_au' : 'appel_du';
  const own = experimentation?.[champ];
  return quand === null || own === undefined || memeDate(own, quand)
    ? null
    : {
        dit: `l’appel à projets ${champ === 'appel_au' ? 'se clôt' : 's’ouvre'} ${leJour(own)}`,
        contre: [`mode_operatoire/experimentation/${champ}`],
      };
}

/** Days on which a scenario may be said to open: its own, and those of the year where it is the one retained. */
function debutsDe({ mode_operatoire: mode }: Study, { id, demarrage }: Scenario): string[] {
  const own = mode?.scenario === id ? mode : undefined;
  return [
    ...[demarrage, own?.experimentation?.debut],
    ...(own?.taches ?? []).flatMap(({ debut, debut_reel: real, jalon }) => (jalon ? [debut, real] : [])),
  ].filter((one) => one !== undefined);
}

function ouverture(study: Study, part: string, ou: string): Dementi | null {
  const groups = / (?:ouv|demarr|entre)/.test(part) ? OUVRE.exec(part)?.groups : undefined;
  const quand = quandDe(groups);
  const scenario = quand ? scenarioNomme(study, nomNu(groups?.qui ?? ''), ou) : undefined;
  const known = scenario ? debutsDe(study, scenario) : [];
  const [first] = known;
  return !scenario || quand === null || first === undefined || known.some((date) => memeDate(date, quand))
    ? null
    : {
        dit: `« ${nomDuScenario(scenario)} » démarre ${leJour(first)}`,
        contre: [`scenarios/${scenario.id}/demarrage`],
      };
}

/** As its summary and what it offers say it, where they say it once. */
function semaine(study: Study, part: string, ou: string): Dementi | null {
  const groups = part.includes(' jours par semaine') ? OUVERT.exec(part)?.groups : undefined;
  const told = valeurDe(groups?.n);
  const scenario = told === undefined ? undefined : scenarioNomme(study, nomNu(groups?.qui ?? ''), ou);
  if (!scenario) return null;
  const texts = [scenario.resume, ...scenario.modalites.map(({ description }) => description)].map((texte) =>
    phraseNue(texte ?? ''),
  );
  const known = new Set(texts.flatMap((texte) => valeurDe(new RegExp(SEMAINE).exec(texte)?.groups?.n) ?? []));
  const [own] = known;
  return own === undefined || known.size > 1 || own === told
    ? null
    : {
        valeur: told ?? own,
        dit: `« ${nomDuScenario(scenario)} » est décrit ouvert ${own} jours par semaine`,
        contre: [`scenarios/${scenario.id}/resume`],
      };
}

/** In the text of one scenario, which needs not name it. */
function delai(study: Study, part: string, ou: string): Dementi | null {
  const told =
    part.endsWith(' mois') || part.includes(' mois pour ') ? valeurDe(DELAI.exec(part)?.groups?.n) : undefined;
  const [scenario, ...others] = /^scenarios\/\d/.test(ou) ? scenariosDe(study, ou) : [];
  const own = scenario?.delai_mise_en_place_mois;
  return told === undefined || !scenario || others.length > 0 || own === undefined || own === told
    ? null
    : {
        valeur: told,
        dit: `« ${nomDuScenario(scenario)} » demande ${own} mois de mise en place`,
        contre: [`scenarios/${scenario.id}/delai_mise_en_place_mois`],
      };
}

export function ouverturesDites(study: Study): Lecteur {
  const { mode_operatoire: mode } = study;
  return (phrase, ou) =>
    /^(?:projets|diagnostic)\b/.test(ou)
      ? []
      : propositions(phrase).flatMap((part): Dementi[] => {
          const one =
            (mode && DU_BILAN.test(ou) ? appel(mode, part) : null) ??
            ouverture(study, part, ou) ??
            semaine(study, part, ou) ??
            delai(study, part, ou);
          return one ? [one] : [];
        });
}
