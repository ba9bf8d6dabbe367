/** Who and what answers a need today, by each pair domain × function that it expects. */
import { fonctionsDe } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import type { Action, Besoin, Outil } from '../../study/types.gen.js';
import { compte, majuscule } from '../../texte/accords.js';
import { parObjet } from '../une-fois.js';
import { etiquettes } from '../vocabulaire.js';
import { actionComptee } from './actions-comptees.js';
import type { CouvertureBesoin, NiveauCouverture } from './types-besoins.js';

/** The rule in words, shown with the coverage. The code follows it, pair by pair. */
export const REGLE_COUVERTURE =
  'Un besoin attend des couples domaine × fonction. ' +
  'Couvert : pour le public du besoin, chaque couple a un acteur et un outil existant ou à adapter, chaque domaine a une action conduite, ' +
  'et l’analyse ne juge la réponse actuelle ni nulle ni faible. ' +
  'Non couvert : aucun couple n’a d’acteur, ou l’analyse juge la réponse actuelle nulle. ' +
  'Partiellement couvert : tous les autres cas.';

interface Situe {
  publics?: readonly string[] | undefined;
  domaines?: readonly string[] | undefined;
  fonctions?: readonly string[] | undefined;
}

const sert = (fiche: Situe, besoin: Besoin, domaine: string): boolean =>
  (fiche.publics ?? []).includes(besoin.public) && (fiche.domaines ?? []).includes(domaine);

const tient = (fiche: Situe, besoin: Besoin, domaine: string, fonction: string): boolean =>
  sert(fiche, besoin, domaine) && (fiche.fonctions ?? []).includes(fonction);

const utilisable = ({ disponibilite }: Outil): boolean => disponibilite === 'existant' || disponibilite === 'a-adapter';

/** « pour 3 des 4 couples d’un domaine et d’une fonction qu’il attend ». */
const couples = (n: number, total: number): string =>
  total === 1
    ? 'pour le seul couple d’un domaine et d’une fonction qu’il attend'
    : `pour ${n} des ${total} couples d’un domaine et d’une fonction qu’il attend`;

/** Who and what answers, whatever is thought of the answer: the same for all the needs of one public, domains and functions. */
type Repondants = Omit<CouvertureBesoin, 'niveau' | 'cause' | 'jugee' | 'motif'>;

const connus = parObjet((_: Study) => new Map<string, Repondants>());

function repondants(etude: Study, besoin: Besoin): Repondants {
  const known = connus(etude);
  const key = JSON.stringify([besoin.public, besoin.domaines, besoin.fonctions]);
  const found = known.get(key) ?? chercher(etude, besoin);
  known.set(key, found);
  return found;
}

function chercher(etude: Study, besoin: Besoin): Repondants {
  const domaines = etiquettes(etude.etude.domaines, besoin.domaines);
  const fonctions = etiquettes(etude.etude.fonctions, besoin.fonctions);
  const tous = domaines.flatMap((domaine) => fonctions.map((fonction) => ({ domaine, fonction })));
  // A function that does not apply in a domain is not expected there.
  const valables = tous.filter(({ domaine, fonction }) =>
    fonctionsDe(etude, domaine.id).some(({ id }) => id === fonction.id),
  );
  const attendus = valables.length > 0 ? valables : tous;
  const repondent = <T extends Situe>(fiches: readonly T[]): T[] =>
    fiches.filter((fiche) => attendus.some(({ domaine, fonction }) => tient(fiche, besoin, domaine.id, fonction.id)));
  const acteurs = repondent(etude.acteurs);
  const outils = repondent(etude.outils.filter(utilisable));
  const actions = etude.actions.filter(
    (action: Action) => actionComptee(action) && domaines.some(({ id }) => sert(action, besoin, id)),
  );
  const sans = (fiches: readonly Situe[]) =>
    attendus.filter(({ domaine, fonction }) => !fiches.some((fiche) => tient(fiche, besoin, domaine.id, fonction.id)));
  const sansOutil = sans(outils);
  const sansAction = domaines.filter(({ id }) => !actions.some((action) => sert(action, besoin, id)));
  return {
    acteurs: acteurs.map(({ id }) => id),
    acteursEngages: acteurs
      .filter(({ engagement }) => engagement === 'volontaire' || engagement === 'engage')
      .map(({ id }) => id),
    outils: outils.map(({ id }) => id),
    actions: actions.map(({ id }) => id),
    manques: sans(acteurs),
    sansOutil: sansOutil.length,
    sansAction: sansAction.length,
    domainesSansOutil: [...new Set(sansOutil.map(({ domaine }) => domaine.id))],
    domainesSansAction: sansAction.map(({ id }) => id),
    attendus: attendus.length,
  };
}

/**
 * Level of coverage of a need, by `REGLE_COUVERTURE`. An actor or a tool answers for a pair only when it serves the public, that domain and that
 * function; a past action, whose function the inventory does not give, answers for a domain. Only actions that count do: see `actionComptee`.
 */
export function couvertureBesoin(etude: Study, besoin: Besoin): CouvertureBesoin {
  const parts = repondants(etude, besoin);
  const { acteurs, outils, actions, manques, sansOutil, sansAction, attendus } = parts;
  const jugee = besoin.reponse_actuelle;
  const complet = attendus > 0 && manques.length === 0 && sansOutil === 0 && sansAction === 0 && jugee !== 'faible';
  const niveau: NiveauCouverture =
    acteurs.length === 0 || jugee === 'nulle' ? 'non-couvert' : complet ? 'couvert' : 'partiel';
  const comptes = [
    compte(acteurs.length, 'acteur', 'acteurs', 'aucun acteur'),
    compte(outils.length, 'outil', 'outils', 'aucun outil'),
    compte(actions.length, 'action conduite', 'actions conduites', 'aucune action conduite'),
  ].join(', ');
  const reserves = [
    jugee === 'nulle' || jugee === 'faible' ? `réponse jugée ${jugee}` : '',
    // « Aucun acteur » says it of every pair.
    manques.length && acteurs.length ? `aucun acteur ${couples(manques.length, attendus)}` : '',
    sansOutil && outils.length ? `aucun outil ${couples(sansOutil, attendus)}` : '',
  ].filter(Boolean);
  return {
    niveau,
    cause: niveau === 'non-couvert' ? (acteurs.length === 0 ? 'sans-acteur' : 'jugee-nulle') : null,
    jugee: jugee ?? null,
    motif: `${majuscule([comptes, ...reserves].join(' ; '))}.`,
    ...parts,
  };
}
