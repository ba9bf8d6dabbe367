/** « deux animateurs à temps plein », « son coordinateur occupe 0,8 ETP »: the posts that a sentence gives to a scenario, against those that it pays. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { EN_LETTRES, memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { scenarioNomme, scenariosDe } from '../cibles.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { nomNu, propositions, valeurDe } from '../propositions.js';

type Poste = Scenario['moyens']['humains'][number];

const QUOTITE =
  '(?<quot>mi-temps|temps plein|plein temps|\\d+(?:,\\d+)? ?%|\\d+(?:,\\d+)? (?:etp|equivalents? temps plein))';
/** « ce scénario emploie un responsable à temps plein », « deux animateurs à mi-temps font vivre le réseau ». */
const EMPLOIE = new RegExp(
  `^(?<qui>.+?) (?:emploie|emploient|recrute|recrutent|compte|comptent|paie|paient|finance|suppose|prevoit)(?: deja)? (?<n>${EN_LETTRES}|\\d+) (?<poste>[a-z' -]+?) a ${QUOTITE}(?= |$)`,
);
const SUJET = new RegExp(
  `^(?:(?<n>${EN_LETTRES}|\\d+) )(?<poste>[a-z' -]+?) a ${QUOTITE}(?: chacun)? (?:font vivre|fait vivre|animent|anime|portent|porte|tiennent|tient|suffisent|suffit)(?: a| pour)? (?<qui>(?:le |la |les |l'|ce )[a-z' -]+)$`,
);
/** « son coordinateur occupe 0,8 ETP », in a text of the scenario. */
const OCCUPE = new RegExp(
  `^(?:son |sa |l'|le |la )(?<poste>[a-z' -]+?) (?:occupe|represente|compte pour|est a|travaille a|sera a) ${QUOTITE}$`,
);
/** « l’agent d’appui a été recruté »: one who was there is not. */
const RECRUTE =
  /^(?:l'|le |la |un |une )(?<poste>[a-z' -]+?) (?:(?:a ete|est|sera) (?:recrutee?|embauchee?) (?:pour (?:l'experimentation|le dispositif|le reseau|l'essai|l'occasion|l'annee)|expres)|(?:est|sera) (?:recrutee?|embauchee?))$/;

/** « deux animateurs ont été recrutés », « ce scénario compte cinq référents »: more than there are. */
const RECRUTES = new RegExp(
  `^(?<n>${EN_LETTRES}|\\d+) (?<poste>[a-z' -]+?) (?:ont ete|sont|seront|seraient) (?:recrutee?s|embauchee?s)$`,
);
const EN_COMPTE = new RegExp(
  `^(?<qui>.+?) (?:emploie|emploient|recrute|recrutent|compte|comptent|finance|financent|paie|paient|cree|creent) (?<n>${EN_LETTRES}|\\d+) (?<poste>[a-z' -]+)$`,
);
const UN_POSTE = /^(?:postes?|emplois?|agents?|salaries?|personnes salariees)$/;

/** What each of these has: patterns that begin by any words are long to try. */
const A_QUOTITE = /temps|%|etp/;
const COMPTE =
  /^\w+ .*(?:recrute|embauche)e?s|(?:emploie|recrute|compte|finance|paie|cree)(?:nt)? (?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)/;

function partDe(quotite: string): number | undefined {
  if (quotite === 'mi-temps') return 0.5;
  if (quotite.includes('temps') && !/\d/.test(quotite)) return 1;
  const value = valeurDe(quotite);
  return value === undefined ? undefined : quotite.includes('%') ? value / 100 : value;
}

/** One job, of a man or a woman, of one or several: an « animation » is no « animateur ». */
const metier = (mot: string): string => mot.replace(/(?:teurs?|trices?|es|s|e)$/, '');
const memeMetier = (a: string, b: string): boolean => metier(a) === metier(b);

/** « agent d’appui » is « appui administratif »; « technicien » is any whose title begins so. */
function estLePoste({ profil }: Poste, nom: string): boolean {
  const [first = '', ...others] = motsDe(nom.replace(/^(?:agents?|postes?|emplois?)(?: de | d'| du )/, ''));
  const job = motsDe(profil);
  return (
    first !== '' && memeMetier(first, job[0] ?? '') && others.every((word) => job.some((one) => memeMot(word, one)))
  );
}

export function postesDits(study: Study): Lecteur {
  return (phrase, ou) =>
    /^(?:projets|diagnostic)\b/.test(ou) || !/[0-9%]|temps|recrut|embauch|emploi|compte|financ|paie|crée/.test(phrase)
      ? []
      : propositions(phrase).flatMap((part): Dementi[] => {
          const one = A_QUOTITE.test(part)
            ? (emploi(study, part, ou) ?? occupe(study, part, ou))
            : ((part.includes('recrute') || part.includes('embauche') ? recrute(study, part, ou) : null) ??
              (COMPTE.test(part) ? compte(study, part, ou) : null));
          return one ? [one] : [];
        });
}

/** The scenario of the sentence: that which it names, or the only one that its place speaks of. */
function scenarioDe(study: Study, qui: string | undefined, ou: string): Scenario | undefined {
  const own = scenariosDe(study, ou);
  if (qui === undefined || /^(?:ce|cette) /.test(qui)) return own.length === 1 ? own[0] : undefined;
  return scenarioNomme(study, nomNu(qui), ou);
}

function faux(scenario: Scenario, postes: readonly Poste[], dit?: string): Dementi {
  const { humains } = scenario.moyens;
  const told = (postes.length > 0 ? postes : humains).map(
    ({ profil, etp }) => `« ${profil} » à ${nombreFr(Math.round(etp * 100))} %`,
  );
  const [first] = postes;
  return {
    dit: dit ?? `« ${nomDuScenario(scenario)} » a ${told.slice(0, 4).join(', ')}`,
    contre: [first ? `scenarios/${scenario.id}/moyens/humains/${first.id}` : `scenarios/${scenario.id}/moyens/humains`],
  };
}

function emploi(study: Study, part: string, ou: string): Dementi | null {
  const groups = (EMPLOIE.exec(part) ?? SUJET.exec(part))?.groups;
  const scenario = groups ? scenarioDe(study, groups.qui, ou) : undefined;
  const [n, quot] = [valeurDe(groups?.n), partDe(groups?.quot ?? '')];
  if (!scenario || n === undefined || quot === undefined) return null;
  const own = scenario.moyens.humains.filter((one) => estLePoste(one, groups?.poste ?? ''));
  // The name of a job that nobody has there: it may be called otherwise, unless another scenario has one of this name.
  const elsewhere = study.scenarios.some((one) =>
    one.moyens.humains.some((post) => estLePoste(post, groups?.poste ?? '')),
  );
  if (own.length === 0) return elsewhere ? faux(scenario, []) : null;
  const total = sum(own, ({ etp }) => etp);
  const known = [n * quot, ...(n === 1 ? [] : [quot])];
  return known.some((one) => Math.abs(one - total) < 0.01) ||
    own.some(({ etp }) => n === 1 && Math.abs(etp - quot) < 0.01) ||
    (n === own.length && own.every(({ etp }) => Math.abs(etp - quot) < 0.01))
    ? null
    : faux(scenario, own);
}

function occupe(study: Study, part: string, ou: string): Dementi | null {
  const { poste = '', quot = '' } = OCCUPE.exec(part)?.groups ?? {};
  const scenario = poste === '' ? undefined : scenarioDe(study, undefined, ou);
  const [said, own] = [partDe(quot), scenario?.moyens.humains.filter((one) => estLePoste(one, poste)) ?? []];
  const [post] = own;
  return !scenario || said === undefined || !post || own.some(({ etp }) => Math.abs(etp - said) < 0.01)
    ? null
    : faux(scenario, [post]);
}

/** More of a job than the scenario pays, or more jobs than it has in all. */
function compte(study: Study, part: string, ou: string): Dementi | null {
  const groups = (RECRUTES.exec(part) ?? EN_COMPTE.exec(part))?.groups;
  const told = valeurDe(groups?.n);
  const scenario = told === undefined ? undefined : scenarioDe(study, groups?.qui, ou);
  if (!scenario || told === undefined) return null;
  const { humains } = scenario.moyens;
  const nom = groups?.poste ?? '';
  const own = UN_POSTE.test(nom) ? humains : humains.filter((one) => estLePoste(one, nom));
  // A job is held by two half-time agents too: their time says how many there may be.
  const most = Math.max(own.length, Math.ceil(2 * sum(own, ({ etp }) => etp)));
  return own.length === 0 || told <= most ? null : { ...faux(scenario, own), valeur: told };
}

function recrute(study: Study, part: string, ou: string): Dementi | null {
  const { poste = '' } = RECRUTE.exec(part)?.groups ?? {};
  const scenario = poste === '' ? undefined : scenarioDe(study, undefined, ou);
  const own = scenario?.moyens.humains.filter((one) => estLePoste(one, poste)) ?? [];
  const [post] = own;
  return scenario && post && own.every(({ deja_en_poste: there }) => there === true)
    ? faux(scenario, [post], `« ${post.profil} » est déjà en poste (« deja_en_poste »)`)
    : null;
}
