/** Sources: named where a fact claims one, and each of some use. */

import { COLLECTIONS } from '../collections.js';
import { isRecord } from '../record.js';
import type { Rule } from './rule.js';
import { referencesTo } from './walk.js';

export const sourceManquante: Rule = (study, report) => {
  for (const { nom, cle, liste } of COLLECTIONS) {
    const content: unknown = study[cle];
    if (!liste || !Array.isArray(content)) continue;
    for (const entry of content) {
      if (!isRecord(entry) || entry.fiabilite !== 'source') continue;
      if (Array.isArray(entry.sources) && entry.sources.length > 0) continue;
      // A legal text is its own source.
      if (typeof entry.reference_texte === 'string') continue;
      report(
        'source-manquante',
        `${nom}/${String(entry.id)}/fiabilite`,
        'la fiche se dit « source », mais ne cite aucune source.',
        'Ajoutez « sources: [identifiant] », ou changez la fiabilité (declaratif, estime, illustratif).',
      );
    }
  }
};

export const sourceInutilisee: Rule = (study, report) => {
  const cited = new Set(referencesTo(study, 'sources').map(({ id }) => id));
  for (const { id, titre } of study.sources)
    if (!cited.has(id))
      report(
        'source-inutilisee',
        `sources/${id}`,
        `aucune fiche ne cite la source « ${titre} ».`,
        'Citez-la dans « sources » de la fiche qui en vient, ou retirez-la.',
      );
};
