/** « tous les besoins des personnes âgées sont couverts »: the needs of one public, with the states that they are in. */
import { known } from '../../../../lists/at.js';
import type { Study } from '../../../../study/study.js';
import { enMotif, sansArticle } from '../../../../texte/identifiant.js';
import { mesuresAu } from '../../../diagnostic-complet.js';
import { dateDeRemise } from '../../../etat/livrable.js';
import { once } from '../../../une-fois.js';
import { DU_DIAGNOSTIC, type Tout } from '../touts.js';

export function toutsDesPublics(study: Study): Tout[] {
  const mesures = once(() => mesuresAu(study, dateDeRemise(study, 'diagnostic')));
  return study.etude.publics.map((cible): Tout => {
    const { libelle, en_phrase: said = libelle } = cible;
    // Every public has its line in the measures.
    const counted = () =>
      known(
        mesures().besoins.parPublic.find(({ id }) => id === cible.id),
        cible.id,
      );
    const noms = [...new Set([libelle, said].map(sansArticle))].map(enMotif).join('|');
    const whose = `(?:des |de la |de l'|du |d')(?:${noms})`;
    return {
      ...{ noms: `besoins ${whose}`, nom: `besoin ${whose}`, ou: DU_DIAGNOSTIC },
      get total() {
        return counted().nombre;
      },
      etats: [
        {
          ...{
            pluriel: '(?:restent|sont|demeurent) sans reponse',
            singulier: "(?:n'est|ne reste|ne demeure) sans reponse",
          },
          ...{ dit: 'sans réponse', contre: 'besoins' },
          get nombres() {
            return [counted().nonCouverts];
          },
        },
        {
          ...{ pluriel: 'sont (?:deja )?couverts', singulier: "n'est (?:deja )?couvert" },
          ...{ dit: 'couverts', contre: 'besoins' },
          get nombres() {
            const { couverts, partiels } = counted();
            return [couverts, couverts + partiels];
          },
        },
      ],
    };
  });
}
