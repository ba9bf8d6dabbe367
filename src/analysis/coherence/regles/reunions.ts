/** A meeting that decides what meetings of its kind do not decide. */
import type { Study } from '../../../study/study.js';
import { peutValider, titreReunion } from '../../etat/livrable.js';
import type { ContexteCoherence } from '../contexte.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

const titreLivrable = (study: Study, id: string): string =>
  study.etude.livrables?.find((livrable) => livrable.id === id)?.titre ?? id;

function sansComite({ study }: ContexteCoherence): Contradiction[] {
  return study.reunions
    .filter((reunion) => !peutValider(reunion))
    .flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap(({ livrable, statut }, i): Contradiction[] =>
        livrable === undefined || statut !== 'valide'
          ? []
          : [
              {
                chemin: `reunions/${reunion.id}/decisions/${i + 1}`,
                contre: [`reunions/${reunion.id}/type`],
                message: `la réunion « ${titreReunion(reunion)} » valide « ${titreLivrable(study, livrable)} », alors qu’une réunion de ce type prépare ou suit, et ne valide pas.`,
                issue:
                  'Portez la validation à l’ordre du jour de l’instance qui valide, ou dites que cette réunion donne un avis.',
              },
            ],
      ),
    );
}

export const REGLES_REUNIONS: readonly RegleCoherence[] = [
  {
    code: 'validation-sans-comite',
    gravite: 'attention',
    titre: 'Une réunion valide un livrable sans être de celles qui valident.',
    explication:
      'Les réunions de cadrage et les comités techniques préparent et suivent ; l’instance que l’étude nomme valide. Un livrable validé par une autre reste « remis » : couverture, pied de page et état le disent.',
    livrables: ['fiches-projets', 'bilan', 'copil'],
    verifier: sansComite,
  },
];
