/** How the dispositif itself ran: money, days, requests, conditions, risks, trend at mid-term. */

import { compte } from '../../texte/accords.js';
import { auJour } from '../../texte/dates.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { table } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import { formatDate } from '../format.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit } from '../types.js';
import type { ContexteProjets } from './contexte.js';

const ecart = (prevu: number, realise: number | null): number | null =>
  realise !== null && prevu > 0 ? realise / prevu - 1 : null;

export function dispositifExhibits({ etude, bilan }: ContexteProjets): Exhibit[] {
  const d = bilan.dispositif;
  const mode = etude.mode_operatoire;
  const source = `Source : mode opératoire de l’étude${d?.au ? `, comptes arrêtés ${auJour(d.au)}` : ''}${mode?.fiabilite === 'illustratif' ? ', illustratif' : ''}.`;
  const known = d?.au != null;
  const sum = (rows: readonly { prevu: number; realise: number | null }[]) => ({
    prevu: rows.reduce((total, { prevu }) => total + prevu, 0),
    realise: rows.reduce((total, { realise }) => total + (realise ?? 0), 0),
  });
  const spent = sum(d?.depenses ?? []);
  const got = sum(d?.recettes ?? []);
  const money = (
    rows: readonly { libelle: string; prevu: number; realise: number | null; commentaire: string | null }[],
    sens: string,
  ) =>
    rows.map(({ libelle, prevu, realise, commentaire }) => ({
      sens,
      poste: libelle,
      prevu,
      realise,
      ecart: ecart(prevu, realise),
      commentaire,
    }));
  const asked = d?.demandes.reduce((total, { nombre }) => total + nombre, 0) ?? 0;
  return [
    table({
      name: 'dispositif-argent',
      title: known
        ? `Dépensé : ${euros(spent.realise)} pour ${euros(spent.prevu)} prévus ; reçu : ${euros(got.realise)} pour ${euros(got.prevu)} attendus`
        : 'Dépenses et recettes du dispositif',
      sheet: 'Argent et jours',
      groupBy: 'sens',
      headerColumns: 2,
      columns: [
        { key: 'sens', header: 'Sens', format: 'texte' },
        { key: 'poste', header: 'Poste', format: 'texte', width: 1.8 },
        { key: 'prevu', header: 'Prévu (€)', format: 'euros', width: 0.8 },
        { key: 'realise', header: 'Réalisé (€)', format: 'euros', width: 0.8 },
        { key: 'ecart', header: 'Écart', format: 'pourcent', width: 0.6 },
        { key: 'commentaire', header: 'Raison', format: 'texte', width: 2 },
      ],
      rows: known ? [...money(d?.depenses ?? [], 'Dépenses'), ...money(d?.recettes ?? [], 'Recettes')] : [],
      source,
      empty: 'Les comptes de l’expérimentation ne sont pas renseignés : la dépense n’est pas rapprochée du budget.',
    }),
    table({
      name: 'dispositif-jours',
      title: 'Jours faits et jours prévus, par équipe',
      sheet: 'Argent et jours',
      columns: [
        { key: 'equipe', header: 'Équipe', format: 'texte', width: 2 },
        { key: 'prevu', header: 'Jours prévus', format: 'entier' },
        { key: 'realise', header: 'Jours faits', format: 'entier' },
        { key: 'ecart', header: 'Écart', format: 'pourcent' },
        ...(d?.jours.some(({ commentaire }) => commentaire !== null)
          ? [{ key: 'commentaire', header: 'Raison', format: 'texte' as const, width: 2.4 }]
          : []),
      ],
      rows: known
        ? (d?.jours ?? []).map(({ libelle, porteur, prevu, realise, commentaire }) => ({
            equipe: porteur ? `${libelle} (porteur)` : libelle,
            prevu: Math.round(prevu),
            realise,
            ecart: ecart(prevu, realise),
            commentaire,
          }))
        : [],
      source: `${source} Jours prévus : charge de la première année pour le porteur, convention pour un partenaire, scénario à défaut de convention.`,
      empty: 'Les jours faits ne sont pas renseignés.',
    }),
    tableDe(d?.demandes ?? [], {
      name: 'dispositif-demandes',
      title: `Ce que sont devenues les demandes reçues${asked > 0 ? ` : ${compte(asked, 'demande', 'demandes')}` : ''}`,
      sheet: 'Demandes et écarts',
      columns: [
        col('sort', 'Sort', ({ sort }) => sort, 'texte', 2.4),
        col('nombre', 'Demandes', ({ nombre }) => nombre, 'entier'),
        col('part', 'Part', ({ nombre }) => (asked > 0 ? nombre / asked : null), 'pourcent'),
      ],
      totals: { sort: 'Total', nombre: asked },
      source,
      empty: 'Le sort des demandes n’est pas renseigné.',
    }),
    table({
      name: 'dispositif-conditions',
      title: 'Conditions, conventions et risques : ce qui ne s’est pas passé comme prévu',
      sheet: 'Demandes et écarts',
      groupBy: 'genre',
      headerColumns: 2,
      columns: [
        { key: 'genre', header: 'Genre', format: 'texte' },
        { key: 'quoi', header: 'Quoi', format: 'texte', width: 2 },
        { key: 'constat', header: 'Ce qui s’est passé', format: 'texte', width: 2.6 },
      ],
      rows: known
        ? [
            ...(d?.conditions.enRetard ?? []).map(({ condition, jours }) => ({
              genre: 'Conditions remplies en retard',
              quoi: condition.libelle,
              constat: `Remplie ${compte(jours, 'jour ouvré', 'jours ouvrés')} après l’échéance.`,
            })),
            ...(d?.conditions.nonRemplies ?? []).map(({ libelle }) => ({
              genre: 'Conditions non remplies',
              quoi: libelle,
              constat: 'Non remplie à la date du bilan.',
            })),
            ...(d?.conventions.nonSignees ?? []).map((c) => ({
              genre: 'Conventions non signées',
              quoi: `${acteur(etude, c.partenaire)}, ${c.objet.charAt(0).toLowerCase()}${c.objet.slice(1)}`,
              constat: c.motif ?? 'Le motif n’est pas écrit.',
            })),
            ...(d?.risques ?? []).map((r) => ({
              genre: 'Risques survenus',
              quoi: r.libelle,
              constat: r.consequence ?? 'La conséquence n’est pas écrite.',
            })),
          ]
        : [],
      source,
      empty: 'Rien n’est renseigné sur les conditions, les conventions et les risques.',
    }),
    table({
      name: 'dispositif-tendance',
      title: 'Les cibles mesurées deux fois : première et dernière mesure',
      sheet: 'Indicateurs',
      columns: [
        { key: 'indicateur', header: 'Indicateur', format: 'texte', width: 2 },
        { key: 'debut', header: 'Première mesure', format: 'texte' },
        { key: 'fin', header: 'Dernière mesure', format: 'texte' },
        { key: 'cible', header: 'Cible', format: 'texte', width: 0.8 },
      ],
      rows: (d?.tendances ?? []).map(({ libelle, unite, cible, sens, mesures }) => {
        const [first] = mesures;
        const last = mesures.at(-1);
        const said = (m: typeof first): string | null => (m ? `${nombreFr(m.valeur)} (${formatDate(m.date)})` : null);
        return {
          indicateur: `${libelle}, en ${unite}`,
          debut: said(first),
          fin: said(last),
          cible: `${sens === 'min' ? 'au plus' : 'au moins'} ${nombreFr(cible)}`,
        };
      }),
      source,
      empty: 'Aucun indicateur n’a été mesuré deux fois.',
    }),
  ];
}
