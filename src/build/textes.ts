/** The author's texts of all the deliverables, checked and followed without laying anything out. */

import { chiffresDe } from '../analysis/chiffres/index.js';
import { etudeAu } from '../analysis/dates.js';
import { DECLARATIONS } from '../documents/declarations.js';
import { deliverableOf } from '../documents/names-and-dates.js';
import { DELIVERABLES, type Deliverable, isDeliverable } from '../documents/registry.js';
import type { Templates } from '../documents/template.js';
import { faute } from '../documents/textes/lieu.js';
import { aRelire } from '../documents/textes/relecture.js';
import { relecturesEnAttente, type TextesEtude } from '../documents/textes/relectures.js';
import { remplir } from '../documents/textes/remplir.js';
import { ciblesDuTexte, renvoisDe, renvoisVers } from '../documents/textes/renvois.js';
import { aSaSection, elementsDe, sectionsDe } from '../documents/textes/sections.js';
import type { Texte } from '../documents/textes/texte.js';
import { contexteProse, verifierProse } from '../documents/textes/verifier.js';
import type { Family } from '../fonts/faces.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { sansDessinDans, withoutGlyph } from '../study/rules/caracteres.js';
import type { Study } from '../study/study.js';
import { invisible, personal, UNSEEN } from '../study/valeurs/beyond-schema.js';
import { accentsAbimes, direAccentsAbimes } from '../texte/accents.js';
import { vouliezVousDire } from '../texte/ordre.js';
import { restrict } from './inputs/fingerprint.js';
import { estDouteux, refusDeLaComposition } from './textes-composes.js';
import { manqueA } from './theme/polices.js';

/** What a deliverable knows when it speaks: its inventories, at its date. */
function connu(study: Study, livrable: Deliverable): { study: Study; date: string } {
  const { reads, defaults } = DECLARATIONS[livrable];
  const own = restrict(study, reads);
  const { date } = deliverableOf(own, defaults);
  return { study: etudeAu(own, date).etude, date };
}

/** References to what no template of the deliverable and no text of it places; the build alone knows what an inventory without entries leaves out. */
function renvoisInconnus(texte: Texte, cibles: readonly { id: string; variable: boolean }[]): Diagnostic[] {
  const unknown = new Set(renvoisDe(texte).flatMap(({ cible }) => (aSaSection(cibles, cible) ? [] : [cible])));
  const named = cibles.flatMap(({ id, variable }) => (variable ? [] : [id]));
  return [...unknown].flatMap((cible) => renvoisVers(texte, cible, named));
}

const START = { offset: 0, longueur: 1 };

function place(texte: Texte, templates: Templates): Diagnostic[] {
  if (!isDeliverable(texte.livrable))
    return [
      faute(
        texte,
        'texte-incorrect',
        START,
        `« ${texte.livrable} » n'est pas un livrable.`,
        vouliezVousDire(texte.livrable, DELIVERABLES) ?? `Livrables : ${DELIVERABLES.join(', ')}.`,
      ),
    ];
  const sections = sectionsDe(templates, texte.livrable);
  if (aSaSection(sections, texte.section)) return [];
  const ids = sections.filter(({ variable }) => !variable).map(({ id }) => id);
  return [
    faute(
      texte,
      'texte-sans-section',
      START,
      `« ${texte.livrable} » n'a pas de section « ${texte.section} ».`,
      vouliezVousDire(texte.section, ids) ?? `« atelier textes ${texte.livrable} » donne ses sections.`,
    ),
  ];
}

/** The lines that hold what the font of the documents does not draw. */
function sansDessin(texte: Texte, family: Family | undefined): Diagnostic[] {
  const missing = family ? manqueA(family) : withoutGlyph;
  return [...texte.markdown.matchAll(/.+/g)].flatMap(({ 0: line, index }) => {
    const found = sansDessinDans(line, missing);
    if (!found) return [];
    const { premier, message, aide } = found;
    // Composed first, a letter and its accent may stand in two in the file.
    const at = { offset: index + Math.max(0, line.indexOf(premier)), longueur: premier.length };
    return [faute(texte, 'caractere-sans-dessin', at, message, aide)];
  });
}

/** The lines whose accents are spoiled, or that hold what is not seen. */
function signes(texte: Texte): Diagnostic[] {
  return [...texte.markdown.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const found: Diagnostic[] = [];
    const hidden = invisible(line);
    if (hidden) {
      const at = { offset: index + line.search(UNSEEN), longueur: 1 };
      found.push(faute(texte, hidden.code, at, hidden.message, hidden.aide));
    }
    const held = personal(line, undefined, 'un texte qui sera imprimé');
    if (held) found.push(faute(texte, held.code, { offset: index, longueur: line.length }, held.message, held.aide));
    const spoiled = accentsAbimes(line);
    if (spoiled) {
      const { mot } = spoiled;
      const juste = accentsAbimes(mot)?.texte;
      const at = { offset: index + line.indexOf(mot), longueur: mot.length };
      found.push(
        faute(texte, 'accents-abimes', at, direAccentsAbimes(mot), juste ? `Écrivez : ${juste}` : 'Retapez-le.'),
      );
    }
    return found;
  });
}

/** What is fenced is printed as it is typed; the fence is most often pasted with the text. */
function enBloc(texte: Texte): Diagnostic[] {
  const fence = /^ {0,3}(`{3,}|~{3,})[^\r\n]*/m.exec(texte.markdown);
  return fence === null
    ? []
    : [
        faute(
          texte,
          'texte-en-bloc',
          { offset: fence.index, longueur: fence[0].length },
          `ce qui suit « ${fence[1]} » s'imprime d'un seul bloc, signes compris.`,
          `Ôtez les lignes « ${fence[1]} » qui l'encadrent.`,
        ),
      ];
}

/** The paragraphs whose figures are no longer those that their author read. */
const aRelireDans = (
  texte: Texte,
  relectures: TextesEtude['relectures'],
  chiffresDe: (markdown: string) => ReadonlyMap<string, string>,
): Diagnostic[] =>
  aRelire(texte.markdown, relectures[`${texte.livrable}/${texte.section}`], chiffresDe).map(
    ({ paragraphe, changements }) =>
      faute(
        texte,
        'paragraphe-a-relire',
        { offset: paragraphe.offset, longueur: 1 },
        `le paragraphe a été relu avec d’autres chiffres : ${changements
          .map(
            ({ nom, avant, apres }) =>
              `« ${nom} » valait ${avant} et ${apres === null ? 'n’est plus cité' : `vaut ${apres}`}`,
          )
          .join(' ; ')}.`,
        `Relisez-le, puis « atelier relire ${texte.livrable}/${texte.section} ».`,
      ),
  );

/** What the study may put in the place of the « id » that a template leaves in a name. */
const identifiantsDe = ({ etude, scenarios, projets }: Study): string[] =>
  [...etude.publics, ...etude.domaines, ...scenarios, ...projets].map(({ id }) => id);

/** Faults of the texts: their place, their characters, their figures, their prose. `study` is the one that may be published, `family` its own font. */
export async function verifierTextes(
  study: Study,
  { textes, relectures }: TextesEtude,
  templates: Templates,
  family?: Family,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = textes.flatMap((texte) => [
    ...place(texte, templates),
    ...enBloc(texte),
    ...sansDessin(texte, family),
    ...signes(texte),
  ]);
  for (const livrable of DELIVERABLES) {
    const own = textes.filter((texte) => texte.livrable === livrable);
    if (own.length === 0) continue;
    const { study: known, date } = connu(study, livrable);
    const chiffres = chiffresDe(known, date);
    const filled = { study: known, chiffres, bibliographie: { ids: [] } };
    const prose = contexteProse(known, chiffres, date);
    const ids = identifiantsDe(known);
    const elements = new Set(elementsDe(templates, livrable).map(({ id }) => id));
    if (own.some((texte) => estDouteux(texte, elements)))
      found.push(
        ...(await refusDeLaComposition(
          livrable,
          restrict(study, DECLARATIONS[livrable].reads),
          { textes: own, relectures },
          templates,
        )),
      );
    const cibles = [
      ...[...elementsDe(templates, livrable), ...sectionsDe(templates, livrable)].flatMap((one) =>
        one.variable ? ids.map((id) => ({ ...one, id: one.id.replace(/\{+id\}+/, id) })) : one,
      ),
      ...own.flatMap((texte) => ciblesDuTexte(texte).map((id) => ({ id, variable: false }))),
    ];
    for (const texte of own)
      found.push(
        ...remplir(texte, filled).diagnostics,
        ...renvoisInconnus(texte, cibles),
        ...verifierProse(texte, prose),
        ...aRelireDans(texte, relectures, (markdown) => remplir({ ...texte, markdown }, filled).chiffres),
      );
  }
  return found;
}

export type Relecture = ReturnType<typeof relecturesEnAttente>[number];

/** What is to be read again in each text. */
export async function relecturesDe(
  study: Study,
  textes: TextesEtude,
): Promise<(Relecture & { study: Study; date: string })[]> {
  const found: (Relecture & { study: Study; date: string })[] = [];
  for (const livrable of DELIVERABLES) {
    if (!textes.textes.some((texte) => texte.livrable === livrable)) continue;
    const known = connu(study, livrable);
    for (const one of relecturesEnAttente(textes, livrable, known.study, known.date)) found.push({ ...one, ...known });
  }
  return found;
}
