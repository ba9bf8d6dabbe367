/** Where a project is, against where the experimentation is held; what it uses, against when it is bought. */

import { moisDExperimentation } from '../../../../study/contrat.js';
import type { Outil } from '../../../../study/types.gen.js';
import { MOIS_PAR_AN } from '../../../../texte/dates.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { codesDuPerimetre } from '../../../territoire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const projetHorsPerimetre: RegleCoherence = {
  code: 'projet-hors-perimetre',
  gravite: 'attention',
  titre: 'Un projet est dans une commune où l’expérimentation ne se fait pas.',
  explication:
    'Le mode opératoire dit le périmètre de l’expérimentation (« perimetre »), celui de son scénario à défaut. La commune d’un projet (« commune ») est de ce périmètre : sinon son accompagnement n’est pas dans ce que le comité a validé, ni dans ce que paient les aides.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study }) => {
    const { mode_operatoire: mode, territoire, projets } = study;
    const held = mode?.perimetre ?? (mode ? scenarioDecrit(study)?.perimetre : undefined);
    const perimetre = (territoire.perimetres ?? []).find(({ id }) => id === held);
    const within = codesDuPerimetre(territoire, held);
    if (!mode || !perimetre || within.size === 0) return [];
    return projets.flatMap(({ id, titre, commune }): Contradiction[] => {
      if (commune === undefined || within.has(commune)) return [];
      const nom = territoire.communes?.find(({ code }) => code === commune)?.nom ?? commune;
      return [
        {
          chemin: `projets/${id}/commune`,
          contre: [
            mode.perimetre === undefined ? `territoire/perimetres/${perimetre.id}` : 'mode_operatoire/perimetre',
          ],
          message: `« ${titre} » est à ${nom}, et l’expérimentation porte sur « ${perimetre.libelle} », qui ne comprend pas cette commune.`,
          issue: 'Corrigez la commune du projet, ou le périmètre de l’expérimentation.',
        },
      ];
    });
  },
};

/** What cannot be used before it is bought; a meeting or a written guide may be held or drafted sooner. */
const estUnBien = ({ nature }: Outil): boolean => nature === 'materiel' || nature === 'numerique';

export const outilPasEncoreLa: RegleCoherence = {
  code: 'outil-pas-encore-la',
  gravite: 'attention',
  titre: 'L’expérimentation emploie un outil que le scénario n’achète qu’ensuite.',
  explication:
    'Un matériel ou un outil numérique (« nature ») à créer ou à adapter (« disponibilite ») est là l’année où le scénario le met en service (« outils.annee »). Une étape du parcours ou un projet suivi qui l’emploie pendant l’expérimentation, dont la durée finit avant cette année, n’en dispose pas.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study }) => {
    const { mode_operatoire: mode, outils, projets } = study;
    const [scenario, mois] = [scenarioDecrit(study), moisDExperimentation(mode)];
    if (!mode || !scenario || mois === null) return [];
    const years = Math.ceil(mois / MOIS_PAR_AN);
    const late = new Map(
      (scenario.outils ?? []).flatMap(({ outil, annee }, rank) => {
        const sheet = outils.find(({ id }) => id === outil);
        const sooner = (scenario.outils ?? []).some((one) => one.outil === outil && one.annee <= years);
        return sheet && estUnBien(sheet) && sheet.disponibilite !== 'existant' && annee > years && !sooner
          ? [[outil, { nom: sheet.nom, annee, chemin: `scenarios/${scenario.id}/outils/${rank + 1}` }] as const]
          : [];
      }),
    );
    const uses = [
      ...mode.parcours.flatMap(({ id, etape, outils: used = [] }, i) =>
        used.map((outil, rank) => ({
          outil,
          qui: `l’étape « ${etape} »`,
          chemin: `mode_operatoire/parcours/${id ?? i + 1}/outils/${rank + 1}`,
        })),
      ),
      ...projets.flatMap(({ id, titre, outils: used = [] }) =>
        used.map(({ outil }, rank) => ({
          outil,
          qui: `« ${titre} »`,
          chemin: `projets/${id}/outils/${rank + 1}/outil`,
        })),
      ),
    ];
    return uses.flatMap(({ outil, qui, chemin }): Contradiction[] => {
      const one = late.get(outil);
      return one === undefined
        ? []
        : [
            {
              chemin,
              contre: [one.chemin],
              message: `${qui} emploie « ${one.nom} », que « ${scenario.titre} » met en service l’année ${one.annee} ; l’expérimentation dure ${mois} mois.`,
              issue: 'Avancez l’achat de l’outil, ou retirez-le de ce qui l’emploie.',
              saisie: 'L’année s’écrit dans « outils.annee » du scénario (scenarios.yaml).',
            },
          ];
    });
  },
};

export const LIEUX_DES_PROJETS = [projetHorsPerimetre, outilPasEncoreLa] as const;
