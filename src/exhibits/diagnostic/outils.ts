/** Tools that can be mobilised. */

import type { Fourchette, OutilAnalyse } from '../../analysis/diagnostic/index.js';
import { etiquettes, NATURES_OUTILS } from '../../analysis/vocabulaire.js';
import { itemOf } from '../../lists/at.js';
import { compte } from '../../texte/accords.js';
import { nombreFr, sommeFr } from '../../texte/nombres.js';
import {
  type Contexte,
  type Fabrique,
  fiabilite,
  lignes,
  marquer,
  noms,
  nomsOuTous,
  sourceDe,
  titresSources,
} from '../cells.js';
import { type Colonne, col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';

const AUCUN = 'Aucun outil recensé.';

const source = ({ etude }: Contexte): string => sourceDe('inventaire des outils', etude.outils);

/** « 400 – 1 000 »; one number when both ends agree. */
function etendue(f: Fourchette | null, ecrire: (value: number) => string = sommeFr): string | null {
  if (!f) return null;
  return f.min === f.max ? ecrire(f.mode) : `${ecrire(f.min)} – ${ecrire(f.max)}`;
}

function mobilisables(contexte: Contexte): TableExhibit {
  const { liste, parDisponibilite } = contexte.analyse.outils;
  const dispo = (id: string): number => itemOf(parDisponibilite, id).nombre;
  const parts = [
    compte(dispo('existant'), 'existant', 'existants', ''),
    compte(dispo('a-adapter'), 'à adapter', 'à adapter', ''),
    compte(dispo('a-creer'), 'à créer', 'à créer', ''),
  ].filter(Boolean);
  return tableDe(liste, {
    name: 'outils-mobilisables',
    title: `Outils mobilisables${parts.length > 0 ? ` : ${parts.join(', ')}` : ''}`,
    sheet: 'Outils mobilisables',
    columns: [
      col('nom', 'Outil', (o) => o.nom, 'texte', 4),
      col('disponibilite', 'Disponibilité', (o) => o.disponibiliteLibelle, 'texte', 1),
      col('publics', 'Publics', (o) => nomsOuTous(o.publics, contexte.etude.etude.publics), 'texte', {
        width: 1.6,
        workbookOnly: true,
      }),
      col('investissement', 'Investissement (€)', (o) => etendue(o.investissement), 'texte', 1.2),
      col('fonctionnement', 'Fonctionnement (€/an)', (o) => etendue(o.fonctionnement), 'texte', 1.2),
      col('jours', 'Jours d’agent par an', (o) => etendue(o.jours, nombreFr), 'texte', 0.9),
    ],
    source: source(contexte),
    empty: AUCUN,
  });
}

/** Both ends of a cost. */
const bornes = (
  key: string,
  header: string,
  cout: (outil: OutilAnalyse) => Fourchette | null,
): Colonne<OutilAnalyse>[] =>
  (['min', 'max'] as const).map((bout) =>
    col(
      `${key}_${bout}`,
      `${header}, ${bout === 'min' ? 'bas' : 'haut'} (€)`,
      (o) => cout(o)?.[bout] ?? null,
      'euros',
      {
        width: 0.9,
        workbookOnly: true,
      },
    ),
  );

function inventaire(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  return tableDe(analyse.outils.liste, {
    name: 'outils-inventaire',
    title: 'Inventaire des outils',
    sheet: 'Inventaire outils',
    landscape: true,
    columns: [
      col('nom', 'Outil', (o) => o.nom, 'texte', 2),
      col('disponibilite', 'Disponibilité', (o) => o.disponibiliteLibelle, 'texte', 0.9),
      col('domaines', 'Domaines', (o) => noms(o.domaines), 'texte', 1.4),
      col('publics', 'Publics', (o) => noms(o.publics), 'texte', { width: 1.4, workbookOnly: true }),
      col('nature', 'Nature', ({ source: { nature } }) => (nature ? NATURES_OUTILS[nature] : null), 'texte', {
        width: 1,
        workbookOnly: true,
      }),
      col('description', 'Ce que c’est', (o) => o.source.description ?? null, 'texte', {
        width: 2.4,
        workbookOnly: true,
      }),
      col('modalites', 'Modalités', (o) => noms(etiquettes(etude.etude.modalites, o.source.modalites)), 'texte', {
        width: 1.6,
        workbookOnly: true,
      }),
      col('detenteur', 'Détenteur', (o) => o.detenteur, 'texte', 1),
      col('avantages', 'Avantages', (o) => lignes(o.source.avantages), 'texte', 1.9),
      col('inconvenients', 'Inconvénients', (o) => lignes(o.source.inconvenients), 'texte', 1.9),
      bornes('investissement', 'Investissement', (o) => o.investissement),
      bornes('fonctionnement', 'Fonctionnement annuel', (o) => o.fonctionnement),
      col('unite', 'Coût pour', (o) => o.source.cout?.unite ?? null, 'texte', {
        width: 1,
        workbookOnly: true,
        note: 'Vide : le coût est celui de l’outil entier.',
      }),
      col('jours', 'Jours par an', (o) => o.jours?.mode ?? null, 'decimal', { width: 0.7, workbookOnly: true }),
      col(
        'experiences',
        'Expériences qui l’emploient',
        (o) => lignes(o.source.experiences?.flatMap((id) => etude.experiences.find((one) => one.id === id)?.nom ?? [])),
        'texte',
        { width: 1.8, workbookOnly: true },
      ),
      col('sources', 'Sources', (o) => titresSources(contexte, o.source.sources), 'texte', {
        width: 1.2,
        workbookOnly: true,
      }),
      col('fiabilite', 'Fiabilité', (o) => fiabilite(o.source), 'texte', { width: 0.9, workbookOnly: true }),
    ],
    source: source(contexte),
    empty: AUCUN,
  });
}

/** Tools of each domain by availability: what exists is not added to what is still to be created. */
function parDomaine(contexte: Contexte): TableExhibit {
  const { parDomaine: domaines, liste } = contexte.analyse.outils;
  return tableDe(liste.length ? domaines : [], {
    name: 'outils-par-domaine',
    title: 'Outils par domaine et par disponibilité',
    sheet: 'Outils mobilisables',
    columns: [
      col('domaine', 'Domaine', (d) => d.libelle, 'texte', 1.6),
      col('existants', 'Existants', (d) => d.existants, 'entier'),
      col('a_adapter', 'À adapter', (d) => d.aAdapter, 'entier'),
      col('a_creer', 'À créer', (d) => d.aCreer, 'entier'),
    ],
    source: `${source(contexte)} Un outil compte dans chacun de ses domaines.`,
    empty: AUCUN,
  });
}

export const outilsExhibits: Fabrique = (contexte) => {
  const { couts, outils } = contexte.analyse.preuves;
  return [
    marquer(mobilisables(contexte), { investissement: couts, fonctionnement: couts, jours: couts }),
    marquer(parDomaine(contexte), { existants: outils, a_adapter: outils, a_creer: outils }),
  ];
};
export const outilsInventaire: Fabrique = (contexte) => [inventaire(contexte)];
