/** References that a text makes, `{voir nom}`: to a table, a figure or a heading of its deliverable. */
import type { Diagnostic } from '../../study/diagnostic.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { Draft } from '../markdown/markdown.js';
import { faute } from './lieu.js';
import { MARQUE } from './remplir.js';
import type { Texte } from './texte.js';

interface Renvoi {
  cible: string;
  offset: number;
  longueur: number;
}

export const renvoisDe = ({ markdown }: Pick<Texte, 'markdown'>): Renvoi[] =>
  [...markdown.matchAll(MARQUE)].flatMap((match) =>
    match[1] === 'voir ' ? [{ cible: (match[2] ?? '').trim(), offset: match.index, longueur: match[0].length }] : [],
  );

/** Tables, figures and headings that a text sets itself. */
export const ciblesDuTexte = ({ markdown }: Pick<Texte, 'markdown'>): string[] =>
  [...markdown.matchAll(/\{=\s*(?:tableau|figure)\s+([a-z0-9-]+)\s*\}|^#+\s.*\{#([a-z0-9-]+)\}\s*$/gm)].flatMap(
    ([, exhibit, heading]) => exhibit ?? heading ?? [],
  );

/** Names that a reference may take in these blocks. */
export const nomsDesCibles = (blocks: readonly Draft[]): string[] =>
  blocks.flatMap((block): string[] => {
    if (block.type === 'table' || block.type === 'figure' || block.type === 'heading') return [block.id];
    return block.type === 'callout' || block.type === 'quote' ? nomsDesCibles(block.children) : [];
  });

/** The faults of a text that refers to this target, which its deliverable does not show. */
export const renvoisVers = (texte: Texte, cible: string, connus: readonly string[]): Diagnostic[] =>
  renvoisDe(texte).flatMap((renvoi) =>
    renvoi.cible === cible
      ? [
          faute(
            texte,
            'renvoi-inconnu',
            renvoi,
            `« ${cible} » n'est ni un tableau, ni une figure, ni une section que ce livrable place.`,
            vouliezVousDire(cible, connus) ??
              `« atelier textes ${texte.livrable} --liste » en donne les noms ; « {=tableau ${cible}} », seul sur sa ligne, place un tableau que le livrable ne place pas.`,
          ),
        ]
      : [],
  );
