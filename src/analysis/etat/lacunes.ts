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

export function lacunesDe(study: Study, date: string, connu: Connu = connuAu(study, date)): Lacunes[] {
  const { besoins, acteurs, scenarios, contrat, etude } = study;
  const { besoins: analyse } = connu.diagnostic();
  const served = (id: string): boolean => {
    const besoin = besoins.find((b) => b.id === id);
    return scenarios.some(
      (s) =>
        besoin !== undefined &&
        s.publics_prioritaires.includes(besoin.public) &&
        besoin.domaines.some((d) => s.domaines_prioritaires.includes(d)),
    );
  };
  const elsewhere = textes(
    [
      study.actions,
      study.outils,
      scenarios,
      study.mode_operatoire,
      study.projets,
      study.reunions,
      etude.comite_pilotage,
    ],
    new Set(acteurs.flatMap(({ liens }) => (liens ?? []).map(({ acteur }) => acteur))),
  );
  const entries = Object.entries({
    acteurs,
    besoins,
    actions: study.actions,
    outils: study.outils,
    experiences: study.experiences,
  });
  return [
    {
      libelle: 'Besoins sans acteur, sans outil, sans action ou sans scénario',
      liste: analyse.liste.flatMap((besoin) => {
        const manques = [
          besoin.couverture.acteurs.length ? '' : 'aucun acteur',
          besoin.couverture.outils.length ? '' : 'aucun outil',
          besoin.couverture.actions.length ? '' : 'aucune action conduite',
          scenarios.length === 0 || served(besoin.id) ? '' : 'aucun scénario ne le sert d’abord',
        ].filter(Boolean);
        return manques.length
          ? [{ chemin: `besoins/${besoin.id}`, texte: `« ${besoin.libelle} » : ${manques.join(', ')}` }]
          : [];
      }),
    },
    {
      libelle: 'Acteurs que rien d’autre ne nomme',
      liste: acteurs
        .filter(({ id, liens }) => !elsewhere.has(id) && !liens?.length)
        .map(({ id, nom }) => ({ chemin: `acteurs/${id}`, texte: nom })),
    },
    {
      libelle: 'Coûts sans financement',
      liste: scenarios.flatMap((scenario) => {
        const c = chiffrageDe(study, scenario);
        const cost = c.depensesAnnuelles.reduce((sum, value) => sum + value, 0);
        const gap = cost - c.recettesTotales;
        return gap > 0.005 * cost
          ? [
              {
                chemin: `scenarios/${scenario.id}`,
                texte: `« ${scenario.titre} » : ${euros(gap)} de dépenses sans recette`,
              },
            ]
          : [];
      }),
    },
    {
      libelle: 'Fiches sourcées ou estimées qui ne citent aucune source',
      liste: entries.flatMap(([collection, list]) =>
        list
          .filter(
            ({ sources, fiabilite }) =>
              !sources?.length && (fiabilite === 'source' || fiabilite === 'estime' || fiabilite === undefined),
          )
          .map((entry) => ({
            chemin: `${collection}/${entry.id}`,
            texte: 'nom' in entry ? entry.nom : 'titre' in entry ? entry.titre : entry.libelle,
          })),
      ),
    },
    {
      libelle: 'Exigences sans section ou sans règle',
      liste: (contrat?.exigences ?? [])
        .filter(({ section, regle }) => !section || !regle)
        .map(({ id, texte, section, regle }) => ({
          chemin: `contrat/exigences/${id}`,
          texte: `${texte} (${[section ? '' : 'aucune section', regle ? '' : 'aucune règle'].filter(Boolean).join(', ')})`,
        })),
    },
  ];
}
