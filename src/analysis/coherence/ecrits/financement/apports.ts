/** « la Région apporte 25 000 € », « la participation des communautés est de 13 000 € »: who gives how much in a sentence, against the plans of funding, the conventions and the accounts. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { motsDe } from '../../../../texte/quantites-ecrites.js';
import { quantiteProbable } from '../../../montants.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { donneurs } from '../../../scenarios/financement/regles-aides.js';
import { scenarioNomme, scenariosDe } from '../cibles.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { nomNu, propositions, valeurDe } from '../propositions.js';
import { apportsDesProjets, DES_PROJETS } from './apports-des-projets.js';
import {
  type Donneur,
  donneursNommes,
  type Groupes,
  type Ligne,
  lignesDu,
  lignesNommees,
  montantsDe,
  PRES,
} from './donneurs-nommes.js';
import { uneLigne } from './lignes-dites.js';
import { partDite, participe, rienDe } from './parts-des-donneurs.js';

const EUROS = `${PRES} ?(?<n>\\d[\\d ]*(?:,\\d+)?) ?(?:€|euros)(?: toutes taxes)?`;
const RYTHME =
  "(?: (?:par an|chaque annee|l'an|la premiere annee|au total|en tout|sur (?:les )?(?:deux|trois|quatre|cinq|\\d) ans))?";
/** What it is given to, or nothing. */
const CIBLE =
  "(?: (?:a la |a l'|au |aux |pour (?:le |la |les |l')|dans (?:le |la |les |l'))(?<cible>[a-z0-9«»' -]+?))?";
const DONNE = '(?:apporte|verse|donne|promet|accorde|attribue|alloue)(?:nt|ra|ront)?';
const A_DONNE = '(?:a|ont)(?: deja| bien)? (?<passe>apporte|verse|donne|paye|accorde|attribue|vote|promis|alloue)';
const A_HAUTEUR = '(?:contribue|participe)(?:nt|ra|ront)? (?:a hauteur de|pour)';

const MONTANT = new RegExp(
  `^(?<qui>.+?) (?:y )?(?:${A_DONNE}|${DONNE}|${A_HAUTEUR}|met|mettent|mettra|mettront) ${EUROS}${RYTHME}${CIBLE}${RYTHME}(?: en (?<an>\\d{4}))?$`,
);
const NOMINALE = new RegExp(
  `^(?<aide>(?:l'|la |les )?(?:aide|participation|subvention|contribution|part|apport|autofinancement)s? .+?) (?:est|sera|s'eleve|s'elevera|reste|monte|atteint|represente)(?: fixee?)?(?: de| a|) ${EUROS}${RYTHME}${CIBLE}${RYTHME}$`,
);
const RECUE = new RegExp(
  `^(?<cible>.+?) (?:recoit|recoivent|(?<passe>a recu|ont recu)|recevra) ${EUROS}${RYTHME} (?:de (?:la |l'|)|du |des |d')(?<qui>[a-z0-9' -]+)$`,
);

/** What a rounding leaves, and what a word that says that it is not exact does. */
const ARRONDI = 0.01;
const ENVIRON = 0.06;
/** « Plus de 30 000 € » is told of little more. */
const COTE = 1.15;

function admis(valeur: number, connus: readonly number[], pres: string | undefined): boolean {
  if (/plus de|au moins/.test(pres ?? '')) return connus.some((one) => one >= valeur && one <= valeur * COTE);
  if (/moins de|au plus|jusqu/.test(pres ?? '')) return connus.some((one) => one <= valeur * (1 + ARRONDI));
  const slack = pres === undefined ? ARRONDI : ENVIRON;
  return connus.some((one) => Math.abs(one - valeur) <= Math.max(1, slack * valeur));
}

/** Bodies by the names that anyone gives them, of which a study may have nothing. */
const CORPS =
  /^(?:region|conseil regional|departement|conseil departemental|etat|europe|union europeenne|ademe|agence de l'eau|caisse d'allocations familiales|caf|msa|banque des territoires)$/;

/** Whether any line of a plan, any partner or any giver of a project has a word of such a body. */
function estCite(study: Study, nom: string): boolean {
  const racines = motsDe(nom.replace(/^conseil /, '')).map((word) => new RegExp(`\\b${word.slice(0, 6)}`));
  const texts = [
    ...study.scenarios.flatMap(({ financements }) =>
      financements.flatMap(({ libelle = '', origine = '', financeur = '' }) => [
        ...[libelle, origine, financeur],
        study.acteurs.find(({ id }) => id === financeur)?.nom ?? '',
      ]),
    ),
    ...study.projets.flatMap(({ financements = [] }) => financements.map(({ financeur }) => financeur)),
    ...(study.evaluation?.suites ?? []).flatMap(({ financement = [] }) => financement.map(({ libelle }) => libelle)),
  ].map(phraseNue);
  return racines.some((root) => texts.some((texte) => root.test(texte)));
}

/** « l’Agence de l’eau a versé 15 000 € au dispositif », « finance le dispositif »: a body that no plan names gives nothing to it. */
const INCONNU =
  /^(?<qui>.+?) (?:(?:a|ont) (?:deja )?(?:verse|apporte|accorde|donne|paye|attribue|alloue) (?:[\d ]+ ?(?:€|euros)|une (?:aide|subvention))|finance(?:nt)?|a finance|cofinance|soutient financierement) (?:(?:au|a l'|a la|a|le |l'|la )? ?)(?<cible>dispositif|experimentation|reseau|essai)$/;

function inconnu(study: Study, part: string, ou: string): Dementi | null {
  const { qui = '', cible = '' } = INCONNU.exec(part)?.groups ?? {};
  const nom = nomNu(qui);
  const scenario = CORPS.test(nom) ? (scenarioNomme(study, cible, ou) ?? scenarioDecrit(study)) : undefined;
  return scenario && !estCite(study, nom) ? rienDe(scenario) : null;
}

/** Everything that some givers may be said to bring by a line: as the plan counts it, as conventions promise it, as the accounts have it. */
function connusDe(study: Study, ligne: Ligne, donneur: Donneur | undefined, passe: boolean): number[] {
  const { source, scenario } = ligne;
  const mode = scenario.id === study.mode_operatoire?.scenario ? study.mode_operatoire : undefined;
  const promised = (mode?.conventions ?? []).flatMap(({ sens, financement, partenaire, montant }) =>
    sens === 'recu' && financement === source.id && (donneur === undefined || donneur.acteurs.has(partenaire))
      ? [quantiteProbable(montant)]
      : [],
  );
  const received = mode?.realise?.recettes?.find(({ financement }) => financement === source.id)?.montant;
  const part = donneur
    ? sum(donneurs(source), ({ acteur, part: share }) => (donneur.acteurs.has(acteur) ? share : 0))
    : 1;
  const done = received === undefined ? [] : [received * part, received];
  if (passe && received !== undefined) return [...done, ...promised];
  // Who pays for the others may be said to bring the whole, unless a convention tells its own.
  const whole = promised.length === 0 && donneur?.acteurs.has(source.financeur ?? '') ? [undefined] : [];
  return [
    ...[donneur, ...whole].flatMap((of) => {
      const { annees, total } = montantsDe(study, ligne, of);
      return [...annees, total, total / Math.max(1, annees.length)];
    }),
    ...done,
    ...promised,
    sum(promised),
    ...(typeof source.plafond === 'number' ? [source.plafond] : []),
  ];
}

/** The accounts have received nothing by any of some lines. */
function rienRecu({ mode_operatoire: mode }: Study, lignes: readonly Ligne[]): Dementi | null {
  const ranks = lignes.map(({ source, scenario }) =>
    scenario.id === mode?.scenario
      ? (mode.realise?.recettes ?? []).findIndex(
          ({ financement, montant }) => financement === source.id && montant === 0,
        )
      : -1,
  );
  const [first = -1] = ranks;
  return first >= 0 && ranks.every((rank) => rank >= 0)
    ? { dit: 'les comptes n’en ont rien reçu', contre: [`mode_operatoire/realise/recettes/${first + 1}/montant`] }
    : null;
}

/** What several lines bring together, by year and over the plan. */
function sommes(study: Study, lignes: readonly Ligne[], donneur?: Donneur): number[] {
  const own = lignes.map((one) => montantsDe(study, one, donneur));
  const years = Math.min(...own.map(({ annees }) => annees.length));
  return lignes.length < 2
    ? []
    : [
        sum(own, ({ total }) => total),
        ...Array.from({ length: years }, (_, year) => sum(own, ({ annees }) => annees[year])),
      ];
}

/** An amount told of some lines: none of what they are worth. */
function montantFaux(
  study: Study,
  lignes: readonly Ligne[],
  donneur: Donneur | undefined,
  { n, pres, passe = '' }: Groupes,
  autres: readonly number[] = [],
): Dementi | null {
  const valeur = valeurDe(n);
  if (valeur === undefined) return null;
  const past = /^(?:apporte|verse|donne|paye|a recu|ont recu)$/.test(passe);
  const each = lignes.map((ligne) => ({ ligne, connus: connusDe(study, ligne, donneur, past) }));
  if (admis(valeur, [...each.flatMap(({ connus }) => connus), ...sommes(study, lignes, donneur), ...autres], pres))
    return null;
  // The one whose amount is nearest is told.
  const gap = ({ connus }: { connus: readonly number[] }): number =>
    Math.min(...connus.map((one) => Math.abs(one - valeur)));
  const [near] = each.sort((a, b) => gap(a) - gap(b));
  return near ? { valeur, dit: uneLigne(study, near.ligne, donneur), contre: [near.ligne.chemin] } : null;
}

/** Amounts that the plans of what may follow the year give: a sentence of the evaluation may be of them. */
const desSuites = ({ evaluation }: Study): number[] =>
  (evaluation?.suites ?? []).flatMap(({ financement = [] }) =>
    financement.map(({ montant }) => quantiteProbable(montant)),
  );

export function apportsEcrits(study: Study): Lecteur {
  const projets = apportsDesProjets(study);
  return (phrase, ou) => {
    const parmi = scenariosDe(study, ou);
    const found = propositions(phrase).flatMap((part): Dementi[] => {
      const one =
        parmi.length === 0
          ? null
          : (montantDit(part, ou, parmi) ?? partDite(study, part, ou) ?? inconnu(study, part, ou));
      return one ? [one] : [];
    });
    return found.length > 0 ? found : projets(phrase, ou);
  };

  /** Who gives nothing to a plan has given none of it; where no scenario is named, it may give to a project or to what follows. */
  function sansLigne(
    scenario: Scenario | undefined,
    donneur: Donneur,
    qui: string,
    valeur: number | undefined,
    nomme: boolean,
  ): Dementi | null {
    if (!scenario || valeur === undefined || participe(study, scenario, donneur)) return null;
    const [most = 0] = projets.connus(qui).sort((a, b) => b - a);
    if (!nomme && (valeur <= most * (1 + ARRONDI) || admis(valeur, desSuites(study), undefined))) return null;
    return { ...rienDe(scenario), valeur };
  }

  function montantDit(part: string, ou: string, parmi: readonly Scenario[]): Dementi | null {
    if (!/€|euros/.test(part)) return null;
    const groups = [MONTANT, NOMINALE, RECUE]
      .map((pattern) => pattern.exec(part)?.groups)
      .find((one) => one !== undefined);
    if (!groups) return null;
    const cible = groups.cible === undefined ? undefined : scenarioNomme(study, groups.cible, ou);
    if (groups.cible !== undefined && !cible) return null;
    const scenarios = cible ? [cible] : parmi;
    const qui = groups.qui ?? / (?:de la |de l'|du |des |de |d')(.+)$/.exec(groups.aide ?? '')?.[1] ?? '';
    const donneur = donneursNommes(study).get(nomNu(qui)) ?? undefined;
    const named = groups.aide ?? (donneur ? undefined : groups.qui);
    const lignes = named === undefined ? null : lignesNommees(study, named, scenarios);
    if (groups.aide !== undefined || !donneur)
      return lignes && montantFaux(study, lignes, donneur, groups, desSuites(study));
    const own = lignesDu(study, donneur, scenarios);
    const valeur = valeurDe(groups.n);
    if (own.length === 0)
      return sansLigne(cible ?? (parmi.length === 1 ? parmi[0] : undefined), donneur, qui, valeur, cible !== undefined);
    // Of one year, some of what is paid may be meant; nothing is, where nothing was.
    if (groups.an !== undefined) return groups.passe === undefined ? null : rienRecu(study, own);
    const others = DES_PROJETS.test(ou) ? projets.connus(qui) : [];
    return montantFaux(study, own, donneur, groups, [...desSuites(study), ...others]);
  }
}
