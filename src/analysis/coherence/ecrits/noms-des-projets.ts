/** The projects of the study, as a sentence names them. */
import type { Study } from '../../../study/study.js';
import type { Projet } from '../../../study/types.gen.js';
import { sansArticle } from '../../../texte/identifiant.js';
import { parObjet } from '../../une-fois.js';
import { nomNu } from './propositions.js';

const MOTS_OUTILS = /(?: (?:de|du|des|d'|la|le|les|l'))+(?= )|(?<=^| )(?:de|du|des|la|le|les) /g;
/** « le chantier de pierre sèche » is « Chantier pierre sèche ». */
const sansLiens = (nom: string): string =>
  nom
    .replace(/\b[dl]'/g, ' ')
    .replace(MOTS_OUTILS, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** Its title, what comes before « et » or a preposition, its short title, and the two words that open a title of more. */
function nomsDe({ titre, titre_court: court }: Projet): string[] {
  const whole = sansArticle(titre);
  const before = (stop: RegExp): string => whole.split(stop)[0] ?? whole;
  const heads = [whole, before(/ (?:et|avec|ou) /), before(/ (?:au|aux|a|d'un|d'une|en|pour|par|sur|dans) ?/)];
  const two = heads.flatMap((head) =>
    sansLiens(head).split(' ').length > 2 ? [sansLiens(head).split(' ').slice(0, 2).join(' ')] : [],
  );
  return [...new Set([...heads, ...(court === undefined ? [] : [sansArticle(court)]), ...two].map(sansLiens))].filter(
    (nom) => nom.split(' ').filter((word) => word.length > 2).length > 1,
  );
}

/** The project that a name is of, alone: what two may be called is nobody’s, nor what is a scenario’s. */
export const projetsNommes = parObjet((study: Study): ((nom: string) => Projet | undefined) => {
  const names = new Map<string, Projet | null>();
  for (const projet of study.projets) for (const nom of nomsDe(projet)) names.set(nom, names.has(nom) ? null : projet);
  const titles = new Map(study.projets.map((one) => [sansLiens(sansArticle(one.titre)), one]));
  return (nom) => {
    const [, told = nom] = /^(?:le )?projet (?:« ?|de |du |des |d'|de la |)(.+)$/.exec(nom.trim()) ?? [];
    const plain = sansLiens(nomNu(told));
    return titles.get(plain) ?? names.get(plain) ?? undefined;
  };
});
