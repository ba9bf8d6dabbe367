/** The territory, the figures of the study at a glance, and the steering committee. */

import { posterieur } from '../../analysis/dates.js';
import { communesDe, SEUIL_PETITE_COMMUNE } from '../../analysis/territoire.js';
import { compte, compteEnLettres } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { type Contexte, type Fabrique, figureVide, sourceDe, table } from '../cells.js';
import { carteCommunes } from '../charts/carte.js';
import { formatCell } from '../format.js';
import type { Column, FigureExhibit, TableExhibit } from '../types.js';

function source({ analyse }: Contexte): string {
  const { millesime, total } = analyse.territoire;
  return `Source : référentiel des communes de l’étude${millesime ? `, millésime ${millesime}` : ''} ; ${compte(total.communes, 'commune', 'communes', 'aucune commune')}.`;
}

const MESURES: Column[] = [
  { key: 'communes', header: 'Communes', format: 'entier', width: 0.8 },
  { key: 'population', header: 'Habitants', format: 'entier', width: 0.9 },
  { key: 'superficie', header: 'Superficie (km²)', format: 'decimal', width: 0.9 },
  { key: 'densite', header: 'Densité (hab./km²)', format: 'decimal', width: 0.9 },
];

function epci(contexte: Contexte): TableExhibit {
  const { epci: liste, total } = contexte.analyse.territoire;
  return table({
    name: 'epci',
    title: 'Les intercommunalités de l’étude',
    sheet: 'Intercommunalités',
    columns: [
      { key: 'nom', header: 'Intercommunalité', format: 'texte', width: 2 },
      ...MESURES,
      { key: 'petites', header: `Communes de moins de ${SEUIL_PETITE_COMMUNE} hab.`, format: 'entier', width: 1 },
    ],
    rows: liste.map(({ siren: _siren, ...resume }) => ({ ...resume })),
    totals: { nom: 'Ensemble des communes', ...total },
    source: source(contexte),
    empty: 'Aucune intercommunalité renseignée.',
  });
}

/** Where an official total covers more communes than the study describes. */
const DECRITES: Column[] = [
  { key: 'communes', header: 'dont décrites ici', format: 'entier', width: 0.8 },
  { key: 'population', header: 'leurs habitants', format: 'entier', width: 0.9 },
];

/** Each perimeter once: one made of the same communes is named beside the first. */
function perimetres(contexte: Contexte): TableExhibit {
  const tous = contexte.analyse.territoire.perimetres;
  const partiel = tous.some(({ officiel, communes }) => officiel?.communes != null && officiel.communes > communes);
  return table({
    name: 'perimetres',
    title: 'Les périmètres à l’étude',
    sheet: 'Intercommunalités',
    columns: [
      { key: 'libelle', header: 'Périmètre', format: 'texte', width: 2.4 },
      {
        key: 'communes_total',
        header: 'Communes',
        format: 'entier',
        width: 0.8,
        note: 'Total officiel quand une source le donne, sinon communes décrites.',
      },
      { key: 'population_total', header: 'Habitants', format: 'entier', width: 0.9 },
      ...(partiel ? DECRITES : []),
      {
        key: 'superficie',
        header: partiel ? 'leur superficie (km²)' : 'Superficie (km²)',
        format: 'decimal',
        width: 0.9,
      },
      {
        key: 'densite',
        header: partiel ? 'leur densité (hab./km²)' : 'Densité (hab./km²)',
        format: 'decimal',
        width: 0.9,
      },
    ],
    rows: tous
      .filter(({ memeQue }) => memeQue === null)
      .map((p) => ({
        libelle: [p.libelle, ...tous.filter(({ memeQue }) => memeQue === p.libelle).map((q) => q.libelle)].join(
          '\nMêmes communes : ',
        ),
        communes_total: p.officiel?.communes ?? p.communes,
        population_total: p.officiel?.population ?? p.population,
        communes: p.communes,
        population: p.population,
        superficie: p.superficie,
        densite: p.densite,
      })),
    source: partiel
      ? `${source(contexte)} Total officiel d’un périmètre : bilan cité aux repères ; les communes décrites n’en sont qu’une part, d’un autre millésime.`
      : source(contexte),
    empty: 'Aucun périmètre renseigné.',
  });
}

/** A commune is named on the map when it stands among the largest. */
const NOMMEES = 12;

function carte(contexte: Contexte): FigureExhibit {
  const { etude, analyse, theme } = contexte;
  const { epci: liste, premiere, total } = analyse.territoire;
  const nomEpci = new Map(liste.map((e) => [e.siren, e.nom]));
  const communes = [...etude.territoire.communes].sort(
    (a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1),
  );
  const data = table({
    name: 'carte-communes-donnees',
    title: 'Communes de l’étude',
    sheet: 'Communes',
    columns: [
      { key: 'code', header: 'Code Insee', format: 'texte', width: 0.9 },
      { key: 'nom', header: 'Commune', format: 'texte', width: 2 },
      { key: 'epci', header: 'Intercommunalité', format: 'texte', width: 2 },
      { key: 'population', header: 'Habitants', format: 'entier', width: 0.9 },
      { key: 'superficie', header: 'Superficie (km²)', format: 'decimal', width: 0.9 },
    ],
    headerColumns: 2,
    rows: communes.map((c) => ({
      code: c.code,
      nom: c.nom,
      epci: c.epci ? (nomEpci.get(c.epci) ?? null) : null,
      population: c.population ?? null,
      superficie: c.superficie_km2 ?? null,
    })),
    source: source(contexte),
    empty: 'Aucune commune renseignée.',
  });
  const common = {
    name: 'carte-communes',
    title: total.communes
      ? `${compteEnLettres(total.communes, 'commune', 'communes')}, dont ${nombreFr(total.petites)} de moins de ${SEUIL_PETITE_COMMUNE} habitants`
      : 'Les communes de l’étude',
    source: source(contexte),
    data,
  };
  const places = communes.filter((c) => typeof c.lon === 'number' && typeof c.lat === 'number');
  if (!places.length) return figureVide({ ...common, data: { ...data, empty: 'Aucune commune n’a de coordonnées.' } });
  const nomCourt = new Map((etude.territoire.epci ?? []).map((e) => [e.siren, e.nom_court ?? e.nom]));
  const rang = new Map(places.map(({ code }, i) => [code, i]));
  // A perimeter that holds every commune has no outline of its own, and two alike would hide each other.
  const outlined = (etude.territoire.perimetres ?? [])
    .map((perimetre) => ({
      libelle: perimetre.libelle,
      codes: new Set(communesDe(places, perimetre).map(({ code }) => code)),
    }))
    .filter(({ codes }) => codes.size > 0 && codes.size < places.length)
    .slice(0, 3);
  const rencontres = analyse.participation.rencontres.flatMap(({ commune }) => {
    const at = commune === undefined ? undefined : rang.get(commune);
    return at === undefined ? [] : [{ commune: at, genre: 0 }];
  });
  const drawn = carteCommunes(
    {
      communes: places.map((c) => {
        const groupe = liste.findIndex((e) => e.siren === c.epci);
        return {
          nom: c.nom,
          lon: c.lon ?? 0,
          lat: c.lat ?? 0,
          superficie: c.superficie_km2 ?? null,
          population: c.population ?? null,
          groupe: groupe < 0 ? null : groupe,
          ombree: (c.population ?? Number.POSITIVE_INFINITY) < SEUIL_PETITE_COMMUNE,
          perimetres: outlined.flatMap(({ codes }, i) => (codes.has(c.code) ? [i] : [])),
        };
      }),
      groupes: liste.map((e) => nomCourt.get(e.siren) ?? e.nom),
      limite: 'Limite d’intercommunalité',
      perimetres: outlined.map(({ libelle }) => libelle),
      ombre: total.petites > 0 ? `Moins de ${SEUIL_PETITE_COMMUNE} habitants` : null,
      genres: rencontres.length > 0 ? ['Rencontre de la démarche participative'] : [],
      lieux: rencontres,
      nommees: NOMMEES,
    },
    theme,
  );
  const texte = liste.map(
    (e) =>
      `${e.nom} : ${compte(e.communes, 'commune', 'communes', 'aucune commune')}, ${nombreFr(e.population)} habitants`,
  );
  const plusGrande = premiere
    ? ` La plus peuplée est ${premiere.nom} (${nombreFr(premiere.population)} habitants).`
    : '';
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    source: `${source(contexte)} Chaque commune couvre ce qui est le plus proche de son centre : les limites sont approchées.`,
    alt: `Carte des communes par intercommunalité, celles de moins de ${SEUIL_PETITE_COMMUNE} habitants grisées. ${texte.join(' ; ')}.${plusGrande}${outlined.map(({ libelle, codes }) => ` ${libelle} : ${compte(codes.size, 'commune', 'communes', '')} sur ${places.length}, dont le contour est tracé.`).join('')}${rencontres.length > 0 ? ` Rencontres tenues dans ${compte(new Set(rencontres.map(({ commune }) => commune)).size, 'commune', 'communes', '')}.` : ''}`,
  };
}

/**
 * Key figures of the territory as its sources give them, none later than the date of the document. The page shows the measured ones that no other
 * table gives; the workbook has them all.
 */
function reperes({ etude, analyse }: Contexte, page: boolean): TableExhibit {
  const chiffres = (etude.territoire.chiffres_cles ?? []).filter(
    (c) =>
      !posterieur(c.date, analyse.date) &&
      (!page || (typeof c.valeur === 'number' && c.date !== undefined && c.perimetre === undefined)),
  );
  const cadre = ({ territoire, date }: (typeof chiffres)[number]): string =>
    [territoire ?? 'Périmètre non précisé', date ? formatCell(date, 'date') : 'sans date'].join(', ');
  const order = [...new Set(chiffres.map(cadre))];
  const rows = page ? order.flatMap((one) => chiffres.filter((c) => cadre(c) === one)) : chiffres;
  return table({
    name: page ? 'reperes' : 'reperes-tous',
    title: page ? 'Repères sur le territoire' : 'Tous les repères sur le territoire',
    sheet: 'Repères',
    ...(page ? { part: null } : {}),
    ...(page ? { groupBy: 'cadre', headerColumns: 2 } : {}),
    columns: [
      ...(page ? [{ key: 'cadre', header: 'Périmètre et date', format: 'texte' as const }] : []),
      { key: 'libelle', header: 'Repère', format: 'texte', width: 3 },
      { key: 'valeur', header: 'Valeur', format: 'texte', width: 1.6 },
      ...(page
        ? []
        : [
            { key: 'date', header: 'Date', format: 'date' as const, width: 0.8 },
            { key: 'territoire', header: 'Périmètre', format: 'texte' as const, width: 1.3 },
          ]),
      { key: 'precision', header: 'Précision', format: 'texte', width: 2.6 },
    ],
    rows: rows.map((c) => ({
      ...(page ? { cadre: cadre(c) } : {}),
      libelle: c.libelle,
      valeur: [typeof c.valeur === 'number' ? nombreFr(c.valeur) : c.valeur, c.unite].filter(Boolean).join('\u00a0'),
      date: c.date ?? null,
      territoire: c.territoire ?? null,
      precision: c.commentaire ?? null,
    })),
    source: sourceDe('sources citées en annexe', chiffres),
    empty: 'Aucun repère renseigné.',
  });
}

export const territoireExhibits: Fabrique = (contexte) => [
  carte(contexte),
  epci(contexte),
  reperes(contexte, true),
  reperes(contexte, false),
  perimetres(contexte),
];
