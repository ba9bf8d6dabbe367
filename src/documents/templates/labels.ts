/** Words of the study's vocabularies inside a French sentence: « les habitants », « des habitants », « aux habitants ». */
import type { Etiquette } from '../../analysis/diagnostic/index.js';
import type { Study } from '../../study/study.js';

export type Vocabulaire = 'publics' | 'domaines' | 'fonctions' | 'modalites';

/** How a label is named when the study does not give its wording in a sentence. */
const GENRE: Readonly<Record<Vocabulaire, string>> = {
  publics: 'le public',
  domaines: 'le domaine',
  fonctions: 'la fonction',
  modalites: 'la modalité',
};

/** With its article: `en_phrase` of the vocabulary, or « le public « Habitants » ». */
export function avecArticle(study: Study, vocabulaire: Vocabulaire, { id, libelle }: Etiquette): string {
  const terme = study.etude[vocabulaire].find((entry) => entry.id === id);
  return terme?.en_phrase ?? `${GENRE[vocabulaire]} « ${libelle} »`;
}
