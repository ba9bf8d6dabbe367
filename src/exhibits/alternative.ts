/** The text for who does not see a figure: the finding, then what kind of drawing shows it, then its values. */
import { majuscule } from '../texte/accords.js';

const phrase = (text: string): string => {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};

/** `constat`: what the figure shows, most often its title; `genre`: « Barres empilées : … »; `valeurs`: one text an item drawn. */
export const alternative = (constat: string, genre: string, valeurs: readonly string[]): string =>
  [constat, genre, valeurs.map((one) => one.trim().replace(/[.;]$/, '')).join(' ; ')]
    .filter((text) => text.trim() !== '')
    .map((text) => phrase(majuscule(text)))
    .join(' ');
