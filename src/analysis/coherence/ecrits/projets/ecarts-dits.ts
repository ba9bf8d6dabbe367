/** « le chantier a demandé deux jours de plus que prévu », « l’objectif de vingt foyers est dépassé »: what a sentence says of what was planned and of what was done, against the sheets and the measures. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import type { Projet } from '../../../../study/types.gen.js';
import { compte, quantiteFr } from '../../../../texte/accords.js';
import { parJour } from '../../../../texte/dates.js';
import { euros } from '../../../../texte/nombres.js';
import { memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import { quantiteProbable } from '../../../montants.js';
import { nomDuProjet } from '../../../projets/noms.js';
import { nomCite } from '../../../vocabulaire.js';
import { donneursNommes } from '../financement/donneurs-nommes.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { projetsNommes } from '../noms-des-projets.js';
import { NOMBRE, nomNu, propositions, valeurDe } from '../propositions.js';

const DU_PROJET = /^(?:projets|fiches-projets|bilan|evaluation)\b/;
const JOURS = new RegExp(
  `^(?<nom>.+?) (?:a|ont) (?:demande|pris|coute|occupe|mobilise) (?<n>${NOMBRE}) (?:jours?|journees?)(?: d'(?:agent|accompagnement|animation))? de (?<sens>plus|moins) que (?:prevu|ce qui etait prevu)$`,
);
/** « a pris moins de jours que prévu », « a coûté plus que prévu »: without saying how many. */
const COMPARE =
  /^(?<nom>.+?) (?:a|ont) (?:(?:demande|pris|coute|occupe|mobilise|exige)(?: nettement| un peu| bien| beaucoup)? (?<sens>plus|moins) de jours(?<agent> d'agent)?|(?<coute>coute|depense)(?: nettement| un peu| bien| beaucoup)? (?<cout>plus|moins)(?: cher)?) que (?:prevu|ce qui etait prevu)$/;
const BUDGET =
  /^le budget (?<nom>(?:du|de la|de l'|des|de|d') ?.+?) (?:a ete|est) (?<sens>tenu|respecte|depasse)(?: de (?<n>\d[\d ]*(?:,\d+)?) ?(?:€|euros))?$/;
const PORTE = /^(?<nom>.+?) (?:est|sont|a ete|ont ete) portee?s? par (?<qui>(?:la |le |les |l')?[a-z0-9' -]+)$/;
const TOUS_PORTES = new RegExp(
  `^(?:les (?<n>${NOMBRE})|tous les) (?:projets|essais)(?: accompagnes| retenus)? (?:sont|ont ete) portes par (?<qui>[a-z0-9' -]+)$`,
);
const CIBLE = new RegExp(
  `^(?:(?<cadre>(?:au|aux|a la|a l'|pour (?:le |la |les |l')|sur (?:le |la |les |l'))[^,]+), )?(?:avec (?:${NOMBRE}) [^,]+, )?(?:la cible|l'objectif) (?:de |d'|des )(?<n>${NOMBRE})(?: (?<quoi>[a-z' ]+?))? (?<ne>n')?(?:est|a ete|a)(?<pas> pas| pas encore| pas ete)?(?: ete)?(?: largement| deja| bien)? (?<etat>atteinte?|depassee?|tenue?)$`,
);
const A_RECU =
  /^(?<nom>.+?) (?:a|ont) recu (?<n>\d[\d ]*(?:,\d+)?) ?(?:€|euros) (?:de la |de l'|du |des |de |d')(?<qui>[a-z0-9' -]+)$/;
const PEUT_ETRE = / recu |que (?:prevu|ce qui)|^le budget|porte|cible|objectif/;

interface Indicateur {
  libelle: string;
  unite: string;
  cible: number;
  sens: 'max' | 'min';
  valeur: number;
  chemin: string;
}

type Brut = NonNullable<Projet['indicateurs']>[number] & { sens?: 'max' | 'min' };

function mesure({ libelle, unite, cible, sens = 'max', mesures }: Brut, chemin: string): Indicateur[] {
  const last = parJour(mesures ?? []).at(-1)?.valeur;
  return cible === undefined || last === undefined ? [] : [{ libelle, unite, cible, sens, valeur: last, chemin }];
}

const duProjet = ({ id, indicateurs = [] }: Projet): Indicateur[] =>
  indicateurs.flatMap((one, i) => mesure(one, `projets/${id}/indicateurs/${i + 1}`));

export function ecartsDits(study: Study): Lecteur {
  return (phrase, ou) =>
    DU_PROJET.test(ou)
      ? propositions(phrase).flatMap((part): Dementi[] => {
          if (!PEUT_ETRE.test(part)) return [];
          const one =
            tousPortes(study, part) ??
            jours(study, part) ??
            compare(study, part) ??
            budget(study, part) ??
            porteur(study, part) ??
            recu(study, part) ??
            cible(study, part, ou);
          return one ? [one] : [];
        })
      : [];
}

function jours(study: Study, part: string): Dementi | null {
  const { nom = '', n, sens } = (/ que (?:prevu|ce qui)/.test(part) ? JOURS.exec(part)?.groups : null) ?? {};
  const projet = nom === '' ? undefined : projetsNommes(study)(nom);
  const { jours_prevus: planned, jours_realises: done } = projet?.accompagnement ?? {};
  const told = valeurDe(n);
  if (!projet || planned === undefined || done === undefined || told === undefined) return null;
  return done - planned === (sens === 'plus' ? told : -told)
    ? null
    : {
        dit: `« ${nomDuProjet(projet)} » a demandé ${compte(done, 'jour')} pour ${planned} prévus`,
        contre: [`projets/${projet.id}/accompagnement`],
      };
}

/** More or less than planned: with the days of partners where nothing says that they are of the agent. */
function compare(study: Study, part: string): Dementi | null {
  const groups = / que (?:prevu|ce qui)/.test(part) ? COMPARE.exec(part)?.groups : undefined;
  const projet = groups ? projetsNommes(study)(groups.nom ?? '') : undefined;
  if (!groups || !projet) return null;
  if (groups.coute !== undefined) return coutCompare(projet, groups.cout === 'plus');
  const { jours_prevus: planned, jours_realises: done } = projet.accompagnement ?? {};
  if (planned === undefined || done === undefined) return null;
  const partners = sum(projet.partenaires ?? [], ({ jours_prevus: days, jours_realises: given }) =>
    days === undefined || given === undefined ? 0 : given - days,
  );
  const gaps = [done - planned, ...(groups.agent === undefined ? [done - planned + partners] : [])];
  return gaps.some((gap) => (groups.sens === 'plus' ? gap > 0 : gap < 0))
    ? null
    : {
        dit: `« ${nomDuProjet(projet)} » a demandé ${compte(done, 'jour')} pour ${planned} prévus`,
        contre: [`projets/${projet.id}/accompagnement`],
      };
}

function coutCompare(projet: Projet, plus: boolean): Dementi | null {
  const lines = projet.budget ?? [];
  if (lines.length === 0 || lines.some(({ realise }) => realise === undefined)) return null;
  const [planned, spent] = [sum(lines, ({ prevu }) => quantiteProbable(prevu)), sum(lines, ({ realise }) => realise)];
  return (plus ? spent > planned : spent < planned)
    ? null
    : {
        dit: `« ${nomDuProjet(projet)} » a dépensé ${euros(spent)} pour ${euros(planned)} prévus`,
        contre: [`projets/${projet.id}/budget`],
      };
}

function budget(study: Study, part: string): Dementi | null {
  const { nom = '', sens, n } = BUDGET.exec(part)?.groups ?? {};
  const projet = nom === '' ? undefined : projetsNommes(study)(nom.replace(/^(?:du|des|de la|de l'|de|d') ?/, ''));
  const lines = projet?.budget ?? [];
  if (!projet || lines.length === 0 || lines.some(({ realise }) => realise === undefined)) return null;
  const [planned, spent] = [sum(lines, ({ prevu }) => quantiteProbable(prevu)), sum(lines, ({ realise }) => realise)];
  const told = valeurDe(n);
  const holds =
    sens === 'depasse'
      ? spent > planned && (told === undefined || Math.abs(spent - planned - told) <= Math.max(1, 0.01 * told))
      : spent <= planned * 1.02;
  return holds
    ? null
    : {
        ...(told === undefined ? {} : { valeur: told }),
        dit: `« ${nomDuProjet(projet)} » a dépensé ${euros(spent)} pour ${euros(planned)} prévus`,
        contre: [`projets/${projet.id}/budget`],
      };
}

/** What a project got of one that its plan names, or whose name begins so. */
function recu(study: Study, part: string): Dementi | null {
  const { nom = '', n, qui = '' } = (part.includes(' recu ') ? A_RECU.exec(part)?.groups : null) ?? {};
  const [projet, told] = [nom === '' ? undefined : projetsNommes(study)(nom), valeurDe(n)];
  const own = [...(projet?.financements ?? []).entries()].filter(([, { financeur }]) =>
    `${nomNu(financeur)} `.startsWith(`${nomNu(qui)} `),
  );
  const [first] = own;
  const known = own.map(([, { prevu, obtenu }]) => obtenu ?? quantiteProbable(prevu));
  if (!projet || told === undefined || !first) return null;
  if ([...known, sum(known)].some((one) => Math.abs(one - told) <= Math.max(1, 0.01 * told))) return null;
  const [rank, { financeur, prevu, obtenu }] = first;
  return {
    valeur: told,
    dit: `« ${financeur} » a donné ${euros(obtenu ?? quantiteProbable(prevu))} à « ${nomDuProjet(projet)} »`,
    contre: [`projets/${projet.id}/financements/${rank + 1}`],
  };
}

/** Borne by another organisation than its own: « une association » is read elsewhere. */
function porteur(study: Study, part: string): Dementi | null {
  const { nom = '', qui = '' } = PORTE.exec(part)?.groups ?? {};
  const projet = nom === '' ? undefined : projetsNommes(study)(nom);
  const named = projet ? donneursNommes(study).get(nomNu(qui)) : undefined;
  const own = projet?.porteur.acteur;
  if (!projet || !named || own === undefined || named.acteurs.has(own)) return null;
  const actor = study.acteurs.find(({ id }) => id === own);
  return {
    dit: `« ${nomDuProjet(projet)} » a pour porteur ${nomCite(actor?.sigle ?? actor?.nom ?? projet.porteur.designation)}`,
    contre: [`projets/${projet.id}/porteur`],
  };
}

/** Of all of them, one has a bearer of another name, or of another kind. */
function tousPortes(study: Study, part: string): Dementi | null {
  const { n, qui = '' } = (part.includes(' portes par ') ? TOUS_PORTES.exec(part)?.groups : null) ?? {};
  if (qui === '' || (n !== undefined && valeurDe(n) !== study.projets.length)) return null;
  const named = donneursNommes(study).get(nomNu(qui));
  const prive = /^(?:des |une |un )(?:association|collectif|entreprise|habitant|ferme|agriculteur)/.test(qui);
  const publique = /^(?:des |une |un )(?:commune|collectivite|intercommunalite|syndicat)/.test(qui);
  const words = motsDe(qui);
  const other = study.projets.find(({ porteur: { acteur, designation, statut } }) => {
    if (motsDe(designation).some((word) => words.some((one) => memeMot(one, word)))) return false;
    if (named) return acteur === undefined || !named.acteurs.has(acteur);
    return (prive && statut === 'public') || (publique && statut === 'prive');
  });
  return other
    ? {
        dit: `« ${nomDuProjet(other)} » a pour porteur « ${other.porteur.designation} » (${other.porteur.statut === 'prive' ? 'privé' : 'public'})`,
        contre: [`projets/${other.id}/porteur`],
      }
    : null;
}

/** Of the project that the sentence names, or of the only indicator that has this target and these words. */
function cible(study: Study, part: string, ou: string): Dementi | null {
  const {
    cadre,
    n,
    quoi = '',
    ne,
    pas,
    etat = '',
  } = (/\b(?:la cible|l'objectif) d/.test(part) ? CIBLE.exec(part)?.groups : null) ?? {};
  const told = valeurDe(n);
  if (told === undefined || (ne === undefined) !== (pas === undefined)) return null;
  const projet =
    cadre === undefined
      ? undefined
      : projetsNommes(study)(cadre.replace(/^(?:au|aux|a la|a l'|pour|sur) ?(?:le |la |les |l')?/, ''));
  if (cadre !== undefined && !projet) return null;
  const all = projet
    ? duProjet(projet)
    : [
        ...(/^(?:bilan|evaluation)\b/.test(ou) ? (study.mode_operatoire?.indicateurs ?? []) : []).flatMap((one) =>
          mesure(one, `mode_operatoire/indicateurs/${one.id}`),
        ),
        ...study.projets.flatMap(duProjet),
      ];
  const words = motsDe(quoi);
  const [own, ...others] = all.filter(
    ({ cible: target, libelle, unite }) =>
      target === told &&
      words.every((word) => [...motsDe(libelle), ...motsDe(unite)].some((one) => memeMot(one, word))),
  );
  if (!own || others.length > 0) return null;
  const { valeur, sens } = own;
  const reached = sens === 'min' ? valeur <= told : valeur >= told;
  const passed = sens === 'min' ? valeur < told : valeur > told;
  const holds =
    ne === undefined ? (/^depasse/.test(etat) ? passed || (sens === 'min' && !reached) : reached) : !reached;
  return holds
    ? null
    : {
        dit: `« ${own.libelle} » est mesuré à ${quantiteFr(valeur, own.unite)}, pour une cible de ${quantiteFr(told, own.unite)}`,
        contre: [`${own.chemin}/mesures`],
      };
}
