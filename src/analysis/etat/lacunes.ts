/** What the study still lacks, entry by entry: needs without answer, actors named nowhere, costs without money, figures without source. */
import type { Study } from '../../study/study.js';
import { textes } from '../cites.js';
import { type Connu, connuAu } from '../contexte.js';
import { euros } from '../montants.js';
import { chiffrageDe } from '../scenarios/chiffrage.js';

export interface Lacune {
  /** Path in the study by ids. */
  chemin: string;
  texte: string;
}

export interface Lacunes {
  libelle: string;
  liste: Lacune[];
}

/** Needs that something is missing for: an actor, a tool, an action, a scenario that serves them first. */
function besoinsSansReponse({ besoins, scenarios }: Study, connu: Connu): Lacune[] {
  const served = (id: string): boolean => {
    const besoin = besoins.find((b) => b.id === id);
    return scenarios.some(
      (s) =>
        besoin !== undefined &&
        s.publics_prioritaires.includes(besoin.public) &&
        besoin.domaines.some((d) => s.domaines_prioritaires.includes(d)),
    );
  };
  return connu.diagnostic().besoins.liste.flatMap((besoin) => {
    const manques = [
      besoin.couverture.acteurs.length ? '' : 'aucun acteur',
      besoin.couverture.outils.length ? '' : 'aucun outil',
      besoin.couverture.actions.length ? '' : 'aucune action conduite',
      scenarios.length === 0 || served(besoin.id) ? '' : 'aucun scénario ne le sert d’abord',
    ].filter(Boolean);
    return manques.length
      ? [{ chemin: `besoins/${besoin.id}`, texte: `« ${besoin.libelle} » : ${manques.join(', ')}` }]
      : [];
  });
}

function acteursSeuls(study: Study): Lacune[] {
  const { acteurs, actions, outils, scenarios, mode_operatoire, projets, reunions, etude } = study;
  const elsewhere = textes(
    [actions, outils, scenarios, mode_operatoire, projets, reunions, etude.comite_pilotage],
    new Set(acteurs.flatMap(({ liens }) => (liens ?? []).map(({ acteur }) => acteur))),
  );
  return acteurs
    .filter(({ id, liens }) => !elsewhere.has(id) && !liens?.length)
    .map(({ id, nom }) => ({ chemin: `acteurs/${id}`, texte: nom }));
}

/** Part of the cost of a scenario under which what is not funded is a rounding. */
const RESTE_NEGLIGE = 0.005;

const coutsSansFinancement = (study: Study): Lacune[] =>
  study.scenarios.flatMap((scenario) => {
    const c = chiffrageDe(study, scenario);
    const cost = c.depensesAnnuelles.reduce((sum, value) => sum + value, 0);
    const gap = cost - c.recettesTotales;
    return gap > RESTE_NEGLIGE * cost
      ? [
          {
            chemin: `scenarios/${scenario.id}`,
            texte: `« ${scenario.titre} » : ${euros(gap)} de dépenses sans recette`,
          },
        ]
      : [];
  });

function fichesSansSource({ acteurs, besoins, actions, outils, experiences }: Study): Lacune[] {
  return Object.entries({ acteurs, besoins, actions, outils, experiences }).flatMap(([collection, list]) =>
    list
      .filter(
        ({ sources, fiabilite }) =>
          !sources?.length && (fiabilite === 'source' || fiabilite === 'estime' || fiabilite === undefined),
      )
      .map((entry) => ({
        chemin: `${collection}/${entry.id}`,
        texte: 'nom' in entry ? entry.nom : 'titre' in entry ? entry.titre : entry.libelle,
      })),
  );
}

const exigencesSansReponse = ({ contrat }: Study): Lacune[] =>
  (contrat?.exigences ?? [])
    .filter(({ section, regle }) => !section || !regle)
    .map(({ id, texte, section, regle }) => ({
      chemin: `contrat/exigences/${id}`,
      texte: `${texte} (${[section ? '' : 'aucune section', regle ? '' : 'aucune règle'].filter(Boolean).join(', ')})`,
    }));

/** What a mode opératoire is expected to hold and does not: its document has no annex, nor no table, for what is not written. */
function piecesNonEcrites({ mode_operatoire: mode }: Study): Lacune[] {
  if (!mode) return [];
  const pieces: readonly [string, string, readonly unknown[] | undefined][] = [
    ['fiche_saisine', 'La fiche de saisine', mode.fiche_saisine],
    ['premiers_jours', 'Les premiers jours, par rôle', mode.premiers_jours],
    ['dossier_aide', 'Les pièces du dossier d’aide', mode.dossier_aide],
    ['experimentation/grille', 'La grille de choix des projets', mode.experimentation?.grille],
    ['modeles_conventions', 'Les modèles de convention', mode.modeles_conventions],
  ];
  return pieces.flatMap(([field, texte, written]) =>
    written?.length ? [] : [{ chemin: `mode-operatoire/${field}`, texte }],
  );
}

export const lacunesDe = (study: Study, date: string, connu: Connu = connuAu(study, date)): Lacunes[] => [
  {
    libelle: 'Besoins sans acteur, sans outil, sans action ou sans scénario',
    liste: besoinsSansReponse(study, connu),
  },
  { libelle: 'Acteurs que rien d’autre ne nomme', liste: acteursSeuls(study) },
  { libelle: 'Coûts sans financement', liste: coutsSansFinancement(study) },
  { libelle: 'Fiches sourcées ou estimées qui ne citent aucune source', liste: fichesSansSource(study) },
  { libelle: 'Exigences sans section ou sans règle', liste: exigencesSansReponse(study) },
  { libelle: 'Pièces du mode opératoire qui ne sont pas écrites', liste: piecesNonEcrites(study) },
];
