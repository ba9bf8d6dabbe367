/** Names of deliverables as they are typed. */
import { DELIVERABLES, isDeliverable } from '../../documents/registry.js';
import { isFormat } from '../../render/registry.js';
import { vouliezVousDire } from '../../texte/ordre.js';

/** What is wrong with the names that stand for no deliverable, one sentence each. */
export function nomsInconnus(names: readonly string[], commande: string): string[] {
  return names
    .filter((name) => !isDeliverable(name))
    .map((name) => {
      const parts = name.split(/[,;]/).map((part) => part.trim());
      if (parts.length > 1 && parts.every(isDeliverable))
        return `Les livrables se séparent par une espace : atelier ${commande} ${parts.join(' ')}.`;
      if (isFormat(name))
        return `« ${name} » est un format, pas un livrable : les formats se suivent après une virgule (--format pdf,${name}).`;
      const all = DELIVERABLES.map((one) => `« ${one} »`).join(', ');
      const near = vouliezVousDire(name, DELIVERABLES) ?? '';
      return `« ${name} » n'est aucun des livrables que le programme construit (${all}). ${near}`.trimEnd();
    });
}

/** What builds a deliverable of a manifest again: « copil/seance » is the pack of a meeting, « fiches-projets/haies » the sheet of one project. */
export function commandeDe(id: string): string {
  const [name = '', one] = id.split('/');
  return one === undefined ? name : `${name} --${name === 'copil' ? 'reunion' : 'projet'} ${one}`;
}
