/** The territory, the figures of the study at a glance, and the steering committee. */

import { posterieur } from '../../analysis/dates.js';
import { communesDe, SEUIL_PETITE_COMMUNE } from '../../analysis/territoire.js';
import { itemAt } from '../../lists/at.js';
import { compte, compteEnLettres, enumerer } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { parOrdreFrancais } from '../../texte/ordre.js';
import { alternative } from '../alternative.js';
import { type Contexte, type Fabrique, figureVide, sourceDe } from '../cells.js';
import { carteCommunes } from '../charts/carte.js';
import { milieu, type Trace } from '../charts/contours.js';
import { col, tableDe } from '../colonnes.js';
import { formatCell } from '../format.js';
import type { FigureExhibit, TableExhibit } from '../types.js';
import { habitantsConnus } from './habitants.js';

function source({ analyse }: Contexte): string {
  const { millesime, total } = analyse.territoire;
  return `Source : référentiel des communes de l’étude${millesime ? `, millésime ${millesime}` : ''} ; ${compte(total.communes, 'commune', 'communes', 'aucune commune')}.`;
}

/** Said under a table whose density is not that of its inhabitants and its area: of a commune, one of them is not known. */
function surQuoi({ etude }: Contexte): string {
  const { length: n } = etude.territoire.communes.filter(
    ({ population, superficie_km2 }) => population === undefined || superficie_km2 === undefined,
  );
  return n === 0
    ? ''
    : ` La densité laisse de côté ${compte(n, 'commune', 'communes')} dont la population ou la superficie n’est pas connue.`;
}

const densite = col('densite', 'Densité (hab./km²)', (p: { densite: number | null }) => p.densite, 'decimal', {
  width: 0.9,
  calcul: { type: 'quotient', de: ['population', 'superficie'] },
});

function epci(contexte: Contexte): TableExhibit {
  const { epci: liste, total } = contexte.analyse.territoire;
  return tableDe(liste, {
    name: 'epci',
    title: 'Les intercommunalités de l’étude',
    sheet: 'Intercommunalités',
    columns: [
      col('nom', 'Intercommunalité', (e) => e.nom, 'texte', 2),
      col('communes', 'Communes', (e) => e.communes, 'entier', 0.8),
      col('population', 'Habitants', (e) => e.population || null, 'entier', 0.9),
      col('superficie', 'Superficie (km²)', (e) => e.superficie || null, 'decimal', 0.9),
      densite,
      col('petites', `Communes de moins de ${SEUIL_PETITE_COMMUNE} hab.`, (e) => e.petites, 'entier', 1),
    ],
    totals: { nom: 'Ensemble des communes', ...total },
    source: `${source(contexte)}${surQuoi(contexte)}`,
    empty: 'Aucune intercommunalité renseignée.',
  });
}

/** Each perimeter once: one made of the same communes is named beside the first. */
function perimetres(contexte: Contexte): TableExhibit {
  const tous = contexte.analyse.territoire.perimetres;
  const partiel = tous.some(({ officiel, communes }) => officiel?.communes != null && officiel.communes > communes);
  const uniques = tous.filter(({ memeQue }) => memeQue === null);
  return tableDe(uniques, {
    name: 'perimetres',
    title: 'Les périmètres à l’étude',
    sheet: 'Intercommunalités',
    columns: [
      col(
        'libelle',
        'Périmètre',
        (p) =>
          [p.libelle, ...tous.filter(({ memeQue }) => memeQue === p.libelle).map((q) => q.libelle)].join(
            '\nMêmes communes : ',
          ),
        'texte',
        2.4,
      ),
      col('communes_total', 'Communes', (p) => p.officiel?.communes ?? p.communes, 'entier', {
        width: 0.8,
        note: 'Total officiel quand une source le donne, sinon communes décrites.',
      }),
      col('population_total', 'Habitants', (p) => p.officiel?.population ?? (p.population || null), 'entier', 0.9),
      // Where an official total covers more communes than the study describes.
      partiel
        ? [
            col('communes', 'dont décrites ici', (p) => p.communes, 'entier', 0.8),
            col('population', 'leurs habitants', (p) => p.population || null, 'entier', 0.9),
          ]
        : [],
      col(
        'superficie',
        partiel ? 'leur superficie (km²)' : 'Superficie (km²)',
        (p) => p.superficie || null,
        'decimal',
        0.9,
      ),
      { ...densite, header: partiel ? 'leur densité (hab./km²)' : densite.header },
    ],
    source: partiel
      ? `${source(contexte)} Total officiel d’un périmètre : bilan cité aux repères ; les communes décrites n’en sont qu’une part, d’un autre millésime.${surQuoi(contexte)}`
      : `${source(contexte)}${surQuoi(contexte)}`,
    empty: 'Aucun périmètre renseigné.',
  });
}

/** A commune is named on the map when it stands among the largest. */
const NOMMEES = 12;

type Commune = Contexte['etude']['territoire']['communes'][number];

/** Where a commune stands: the centre that the study gives, else the middle of its contour. */
function siegeDe({ lon, lat }: Commune, trace: Trace | undefined): { lon: number; lat: number } | null {
  if (lon !== undefined && lat !== undefined) return { lon, lat };
  return trace ? milieu(trace) : null;
}

/** How far the limits drawn can be trusted. */
function limitesDe({ territoire, sources }: Contexte['etude'], places: readonly Pick<Commune, 'code'>[]): string {
  const sans = places.filter(({ code }) => !territoire.traces?.[code]).length;
  if (sans === places.length)
    return 'Chaque commune couvre ce qui est le plus proche de son centre : les limites sont approchées.';
  const origine = sources.find(({ id }) => id === territoire.contours_source);
  const fichier = `Limites des communes : ${origine?.titre ?? territoire.contours ?? 'contours de l’étude'}`;
  if (sans === 0) return `${fichier}.`;
  return `${fichier} ; ${compte(sans, 'commune sans contour couvre', 'communes sans contour couvrent chacune', '')} ce qui est le plus proche de son centre.`;
}

function carte(contexte: Contexte): FigureExhibit {
  const { etude, analyse, theme } = contexte;
  const { epci: liste, premiere, total } = analyse.territoire;
  const nomEpci = new Map(liste.map((e) => [e.siren, e.nom]));
  const communes = [...etude.territoire.communes].sort(
    (a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1),
  );
  const data = tableDe(communes, {
    name: 'carte-communes-donnees',
    title: 'Communes de l’étude',
    sheet: 'Communes',
    columns: [
      col('code', 'Code Insee', (c) => c.code, 'texte', 0.9),
      col('nom', 'Commune', (c) => c.nom, 'texte', 2),
      col('epci', 'Intercommunalité', (c) => (c.epci ? (nomEpci.get(c.epci) ?? null) : null), 'texte', 2),
      col('population', 'Habitants', (c) => c.population ?? null, 'entier', 0.9),
      col('superficie', 'Superficie (km²)', (c) => c.superficie_km2 ?? null, 'decimal', 0.9),
    ],
    headerColumns: 2,
    source: source(contexte),
    empty: 'Aucune commune renseignée.',
  });
  const common = {
    name: 'carte-communes',
    title: total.communes
      ? `${compteEnLettres(total.communes, 'commune', 'communes')}${total.petites > 0 ? `, dont ${nombreFr(total.petites)} de moins de ${SEUIL_PETITE_COMMUNE} habitants` : ''}`
      : 'Les communes de l’étude',
    source: source(contexte),
    data,
  };
  const traces = etude.territoire.traces ?? {};
  const places = communes.flatMap((c) => {
    const siege = siegeDe(c, traces[c.code]);
    return siege ? [{ ...c, ...siege }] : [];
  });
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
          lon: c.lon,
          lat: c.lat,
          superficie: c.superficie_km2 ?? null,
          population: c.population ?? null,
          groupe: groupe < 0 ? null : groupe,
          ombree: (c.population ?? Number.POSITIVE_INFINITY) < SEUIL_PETITE_COMMUNE,
          perimetres: outlined.flatMap(({ codes }, i) => (codes.has(c.code) ? [i] : [])),
          ...(traces[c.code] ? { trace: traces[c.code] } : {}),
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
    (e) => `${e.nom} : ${compte(e.communes, 'commune', 'communes', 'aucune commune')}, ${habitantsConnus(e)}`,
  );
  const plusGrande = premiere
    ? [`la plus peuplée est ${premiere.nom} (${nombreFr(premiere.population)} habitants)`]
    : [];
  const contours = outlined.map(
    ({ libelle, codes }) =>
      `${libelle} : ${compte(codes.size, 'commune', 'communes', '')} sur ${places.length}, dont le contour est tracé`,
  );
  const tenues = [...new Set(rencontres.map(({ commune }) => itemAt(places, commune).nom))].sort(parOrdreFrancais);
  const lieux =
    tenues.length > 0 ? [`rencontres tenues dans ${compte(tenues.length, 'commune')} : ${enumerer(tenues)}`] : [];
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    source: `${source(contexte)} ${limitesDe(etude, places)}`,
    alt: alternative(
      common.title,
      `Carte des communes par intercommunalité${total.petites > 0 ? `, celles de moins de ${SEUIL_PETITE_COMMUNE} habitants grisées` : ''}`,
      [...texte, ...plusGrande, ...contours, ...lieux],
    ),
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
  return tableDe(rows, {
    name: page ? 'reperes' : 'reperes-tous',
    title: page ? 'Repères sur le territoire' : 'Tous les repères sur le territoire',
    sheet: 'Repères',
    ...(page ? { part: null } : {}),
    ...(page ? { groupBy: 'cadre', headerColumns: 2 } : {}),
    columns: [
      page ? col('cadre', 'Périmètre et date', cadre) : [],
      col('libelle', 'Repère', (c) => c.libelle, 'texte', 3),
      col(
        'valeur',
        'Valeur',
        (c) => [typeof c.valeur === 'number' ? nombreFr(c.valeur) : c.valeur, c.unite].filter(Boolean).join('\u00a0'),
        'texte',
        1.6,
      ),
      page
        ? []
        : [
            col('date', 'Date', (c) => c.date ?? null, 'date', 0.8),
            col('territoire', 'Périmètre', (c) => c.territoire ?? null, 'texte', 1.3),
          ],
      col('precision', 'Précision', (c) => c.commentaire ?? null, 'texte', 2.6),
    ],
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
