/** « le réseau est porté par une association », « s’étend à tout le Parc »: the form, the bearer and the perimeter that a sentence gives to a scenario. */
import { scenariosCompares } from '../../../study/essais.js';
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { sansArticle } from '../../../texte/identifiant.js';
import { nomDuScenario } from '../../scenarios/noms.js';
import { codesDuPerimetre } from '../../territoire.js';
import { once, parObjet } from '../../une-fois.js';
import { nomCite } from '../../vocabulaire.js';
import { scenarioNomme } from './cibles.js';
import { donneursNommes } from './financement/donneurs-nommes.js';
import type { Dementi, Lecteur } from './lecteur.js';
import { nomNu, premierMot, premiersMots, propositions } from './propositions.js';

type Forme = Scenario['forme_juridique'];

/** Each form as sentences call it, those for which it may be said too, and its name in a message. */
const FORMES: Readonly<Record<Forme, { nom: RegExp; aussi?: readonly Forme[]; dit: string }>> = {
  regie: {
    nom: /^regie(?: directe| personnalisee| autonome)?$/,
    aussi: ['convention', 'entente', 'epl'],
    dit: 'une régie',
  },
  convention: {
    nom: /^(?:simple )?conventions?$/,
    aussi: ['entente', 'convention-objectifs', 'delegation'],
    dit: 'une convention',
  },
  entente: { nom: /^entente(?: intercommunale)?$/, dit: 'une entente' },
  'convention-objectifs': {
    nom: /^convention d'objectifs$/,
    aussi: ['association'],
    dit: 'une convention d’objectifs',
  },
  delegation: { nom: /^delegation(?: de service public)?$|^concession$/, dit: 'une délégation de service public' },
  association: {
    nom: /^association(?: loi de 1901| loi 1901)?$/,
    aussi: ['convention-objectifs'],
    dit: 'une association',
  },
  'syndicat-mixte': { nom: /^nouveau syndicat mixte$/, dit: 'un syndicat mixte' },
  epl: {
    nom: /^etablissement public(?: local)?$/,
    aussi: ['regie', 'syndicat-mixte'],
    dit: 'un établissement public local',
  },
  scic: {
    nom: /^(?:scic|(?:societe )?cooperative(?: d'interet collectif)?|societe cooperative d'interet collectif)$/,
    dit: 'une société coopérative d’intérêt collectif',
  },
  gip: { nom: /^(?:gip|groupement d'interet public)$/, dit: 'un groupement d’intérêt public' },
  spl: { nom: /^(?:spl|societe publique locale)$/, dit: 'une société publique locale' },
  sem: { nom: /^(?:sem|societe d'economie mixte)$/, dit: 'une société d’économie mixte' },
};

/** Contracts between bodies, which any form may go with. */
const SANS_PERSONNE: ReadonlySet<Forme> = new Set<Forme>([
  'convention',
  'convention-objectifs',
  'entente',
  'delegation',
]);

/** A verb of the patterns below, which begin by any words and are long to try. */
const PEUT_ETRE =
  / (?:ne |n'|s')?(?:est|sont|sera|seront|devient|cree|creent|suppose|exige|demande|prend|prennent|a la forme|repose|appuie|passe|releve|etend|couvre|dessert|desservent|porte|concerne|limite)(?:nt)? /;

const EST_UNE =
  /^(.+?) (ne |n')?(?:(?:est|sont|devient|cree|creent|suppose(?:nt)?|exige(?:nt)?|demande(?:nt)?|suppose(?:nt)? de creer|exige(?:nt)? de creer|demande(?:nt)? de creer|prend(?:ra)? la forme d'|prennent la forme d'|a la forme d'|repose(?:nt)? sur|s'appuie(?:nt)? sur|passe(?:nt)? par|releve(?:nt)? de|releve(?:nt)? d'|est portee? par|sont portee?s par|est geree? par|sont geree?s par) ?)(pas )?(?:une?|d'une?) (?:nouvelle |nouveau )?([a-z' ]+)$/;
const PORTE = /^(.+?) (?:est|sont|sera|seront) (?:portee?s?|geree?s?) par (?:la |le |les |l')([a-z0-9' -]+)$/;
const ENTITE =
  /^(.+?) (ne |n')?(?:cree|creent|exige|exigent|suppose|supposent|demande|demandent)(?: de creer)?( pas)? (?:une |de |d')?(aucune )?(?:nouvelle )?(structure|entite|personne morale|personne juridique)(?: nouvelle| supplementaire)?$/;
const ETENDUE =
  /^(.+?) (?:s'etend(?:ent)? a|couvre(?:nt)?|dessert|desservent|porte(?:nt)? sur|concerne(?:nt)?) ((?:tout |toute |l'ensemble |la totalite )?.+)$/;
const LIMITE =
  /^(.+?) (?:se limite(?:nt)? (?:a |au |aux )|ne (?:couvre|couvrent|dessert|desservent|concerne|concernent) que |(?:est|sont) limitee?s? (?:a |au |aux )|(?:est|sont) reservee?s? (?:a |au |aux ))(.+)$/;

const TOUS =
  /^(?:les |aucun des )?(?:deux|trois|quatre|cinq|six) scenarios$|^(?:tous les|aucun des) scenarios$|^(?:chaque|aucun) scenario$/;

/** What bears a thing, from the type of an actor, as « une association » tells it. */
const PORTEURS: Readonly<Record<string, readonly string[]>> = {
  association: ['association', 'fondation', 'reseau', 'instance', 'collectif'],
  commune: ['collectivite'],
  intercommunalite: ['collectivite', 'syndicat-intercommunal', 'syndicat-mixte', 'etablissement-public'],
  'communaute de communes': ['collectivite'],
  entreprise: ['entreprise', 'scic', 'cooperative', 'sem', 'spl'],
};

/** Perimeters by the names that sentences give them; null where two have one. */
const perimetresNommes = parObjet(({ territoire, acteurs }: Study): ReadonlyMap<string, string | null> => {
  const names = new Map<string, string | null>();
  const add = (nom: string, id: string): void => {
    if (nom.length > 2) names.set(nom, names.has(nom) && names.get(nom) !== id ? null : id);
  };
  for (const { id, libelle } of territoire.perimetres ?? []) {
    const bare = sansArticle(libelle.replace(/ \(.*$/, ''));
    for (const one of new Set([sansArticle(libelle), bare, bare.replace(/ \d{4}-\d{4}$/, '')])) add(one, id);
    // « le Parc », acronym of who bears it, where the label begins by it.
    for (const { sigle, perimetre } of acteurs)
      if (perimetre === id && sigle !== undefined && bare.startsWith(`${sansArticle(sigle)} `))
        add(sansArticle(sigle), id);
  }
  return names;
});

function perimetreDe(study: Study, texte: string): string | undefined {
  const names = perimetresNommes(study);
  const plain = nomNu(
    texte.replace(/^(?:tout |toute |l'ensemble (?:du |de la |de l'|des )|la totalite (?:du |de la |de l'|des ))/, ''),
  );
  return (
    names.get(plain) ??
    names.get(plain.replace(/^(?:territoire|perimetre) (?:du |de la |de l'|des |d'|de |)/, '')) ??
    undefined
  );
}

const etiquette = ({ territoire }: Study, id: string): string =>
  territoire.perimetres?.find((one) => one.id === id)?.libelle ?? id;

/** Words that begin what is said of all the scenarios, or of the one retained. */
const TOUS_ENSEMBLE = [
  ...['dispositif', 'experimentation', 'annee', 'aucun', 'chaque', 'tous'],
  ...['deux', 'trois', 'quatre', 'cinq', 'six'],
];

export function formesEcrites(study: Study): Lecteur {
  const { scenarios } = study;
  const sujets = once(() =>
    premiersMots([
      ...scenarios.flatMap(({ titre, titre_court: court }) => [titre, court ?? titre]).map(sansArticle),
      ...TOUS_ENSEMBLE,
    ]),
  );
  return (phrase, ou) =>
    /^(?:projets|fiches-projets|diagnostic)\b/.test(ou) || scenarios.length === 0
      ? []
      : propositions(phrase).flatMap((part): Dementi[] => {
          if (!sujets().has(premierMot(part)) || !PEUT_ETRE.test(part)) return [];
          const one =
            entite(study, part, ou) ?? forme(study, part, ou) ?? porteur(study, part, ou) ?? etendue(study, part, ou);
          return one ? [one] : [];
        });
}

function entite(study: Study, part: string, ou: string): Dementi | null {
  const [, qui = '', ne, pas, aucune] = ENTITE.exec(part) ?? [];
  const denied = ne !== undefined && (pas !== undefined || aucune !== undefined || /^aucun/.test(qui));
  if (qui === '' || (ne !== undefined) !== denied) return null;
  const one = scenarioNomme(study, qui, ou);
  const all = one ? [one] : TOUS.test(qui) ? scenariosCompares(study.scenarios) : [];
  const other = all.find(({ nouvelle_entite: creates }) => creates === denied);
  return other
    ? {
        dit: `« ${nomDuScenario(other)} » ${other.nouvelle_entite ? 'crée une personne morale' : 'n’en crée pas'} (« nouvelle_entite »)`,
        contre: [`scenarios/${other.id}/nouvelle_entite`],
      }
    : null;
}

function forme(study: Study, part: string, ou: string): Dementi | null {
  const [, qui = '', ne, pas, nom = ''] = EST_UNE.exec(part) ?? [];
  const told = (Object.keys(FORMES) as Forme[]).find((id) => FORMES[id].nom.test(nom));
  const scenario = qui === '' ? undefined : scenarioNomme(study, qui, ou);
  if (!scenario || told === undefined || (ne === undefined) !== (pas === undefined)) return null;
  const { forme_juridique: own, porteur: bearer } = scenario;
  const dementi: Dementi = {
    dit: `« ${nomDuScenario(scenario)} » a pour forme ${FORMES[own].dit}`,
    contre: [`scenarios/${scenario.id}/forme_juridique`],
  };
  if (ne !== undefined) return told === own ? dementi : null;
  if (told === own || FORMES[told].aussi?.includes(own)) return null;
  // Every scenario may ask for a convention: it is its form where it « is » one.
  if (SANS_PERSONNE.has(told) && !/ (?:est|sont|devient) |forme d/.test(part)) return null;
  const type = study.acteurs.find(({ id }) => id === bearer)?.type ?? '';
  // Borne by an association, whatever form the scenario has; a partner may be one where it only rests on it.
  if (/(?:portee?s?|geree?s?) par/.test(part)) return type === told || PORTEURS[told]?.includes(type) ? null : dementi;
  if (
    /(?:repose|appuie|passe)/.test(part) &&
    scenario.partenaires.some(({ acteur }) =>
      study.acteurs.some(({ id, type: kind }) => id === acteur && kind === told),
    )
  )
    return null;
  return dementi;
}

function porteur(study: Study, part: string, ou: string): Dementi | null {
  const [, qui = '', nom = ''] = PORTE.exec(part) ?? [];
  const scenario = qui === '' ? undefined : scenarioNomme(study, qui, ou);
  const named = donneursNommes(study).get(nomNu(nom));
  if (!scenario || !named || named.acteurs.has(scenario.porteur)) return null;
  // Those who employ share the bearing.
  if (scenario.moyens.humains.some((one) => named.acteurs.has(one.porteur))) return null;
  const own = study.acteurs.find(({ id }) => id === scenario.porteur);
  return {
    dit: `« ${nomDuScenario(scenario)} » a pour porteur ${nomCite(own?.sigle ?? own?.nom ?? scenario.porteur)}`,
    contre: [`scenarios/${scenario.id}/porteur`],
  };
}

function etendue(study: Study, part: string, ou: string): Dementi | null {
  const [, limited = '', within = ''] = LIMITE.exec(part) ?? [];
  const [, wide = '', whole = ''] = limited === '' ? (ETENDUE.exec(part) ?? []) : [];
  const qui = limited || wide;
  const scenario = qui === '' ? undefined : scenarioNomme(study, qui, ou);
  const { territoire } = study;
  const told = perimetreDe(study, within || whole);
  if (!scenario || told === undefined || told === scenario.perimetre) return null;
  const [own, named] = [codesDuPerimetre(territoire, scenario.perimetre), codesDuPerimetre(territoire, told)];
  const partial = (id: string): boolean =>
    (territoire.perimetres?.find((one) => one.id === id)?.departements ?? []).length > 0;
  if (own.size === 0 || named.size === 0) return null;
  const holds =
    limited === ''
      ? [...named].every((code) => own.has(code)) && (!partial(told) || partial(scenario.perimetre))
      : [...own].every((code) => named.has(code)) && !partial(scenario.perimetre);
  return holds
    ? null
    : {
        dit: `« ${nomDuScenario(scenario)} » a pour périmètre « ${etiquette(study, scenario.perimetre)} »`,
        contre: [`scenarios/${scenario.id}/perimetre`],
      };
}
