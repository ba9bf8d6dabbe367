/** What is wrong with the templates that a study brings, before any is filled: a folder or a file that cannot be read, a name that nothing uses. */
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { Templates } from '../template.js';
import { packageTemplateNames, readOwnTemplates } from './template-files.js';

/** `templates` are all those that were read; `studyFolder` is the folder of the study. */
export async function ownTemplateFaults(templates: Templates, studyFolder: string, cwd: string): Promise<Diagnostic[]> {
  const [{ unread }, known] = await Promise.all([readOwnTemplates(studyFolder, cwd), packageTemplateNames()]);
  const texts = [...templates.values()].map(({ text }) => text);
  const called = (name: string): boolean =>
    texts.some((text) => text.includes(`> ${name}`) || text.includes(`>${name}`) || text.includes(`"${name}"`));
  const unused = [...templates].filter(([name, { own }]) => own === true && !known.has(name) && !called(name));
  return [
    ...unread,
    ...unused.map(([name, { fichier }]) =>
      diagnostic('modele-sans-emploi', {
        fichier,
        plage: { ligne: 1, colonne: 1, longueur: 1 },
        chemin: '',
        message: `« ${name} » n'est le nom d'aucun modèle du programme, et aucun modèle ne l'appelle : il ne sert à rien.`,
        aide: vouliezVousDire(name, known),
      }),
    ),
  ];
}
