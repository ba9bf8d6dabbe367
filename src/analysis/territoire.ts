/** The communes by EPCI and by perimeter, at the study's own date. */
import type { Study } from '../study/study.js';
import { ordre } from './dates.js';
import type { EpciResume, PerimetreResume, TerritoireAnalysis } from './diagnostic/types.js';

/** Inhabitants under which a commune is called small: the legal threshold of many rules for communes in France. */
export const SEUIL_PETITE_COMMUNE = 500;

type Commune = Study['territoire']['communes'][number];

function resumer(communes: readonly Commune[]): Omit<EpciResume, 'siren' | 'nom'> {
  const population = communes.reduce((sum, commune) => sum + (commune.population ?? 0), 0);
  const superficie = communes.reduce((sum, commune) => sum + (commune.superficie_km2 ?? 0), 0);
  return {
    communes: communes.length,
    population,
    superficie,
    densite: superficie > 0 ? population / superficie : null,
    petites: communes.filter((commune) => commune.population !== undefined && commune.population < SEUIL_PETITE_COMMUNE)
      .length,
  };
}

type Perimetre = NonNullable<Study['territoire']['perimetres']>[number];

/** The communes of a perimeter: those that it names, and those of the EPCI that it names. */
export const communesDe = (communes: readonly Commune[], perimetre: Perimetre): Commune[] =>
  communes.filter(
    ({ code, epci }) =>
      (perimetre.communes ?? []).includes(code) || (epci !== undefined && (perimetre.epci ?? []).includes(epci)),
  );

export function analyserTerritoire(etude: Study): TerritoireAnalysis {
  const { territoire } = etude;
  const communes = [...territoire.communes].sort((a, b) => ordre(a.code, b.code));
  const total = resumer(communes);
  const epci = (territoire.epci ?? [])
    .map(
      (entry): EpciResume => ({
        siren: entry.siren,
        nom: entry.nom,
        ...resumer(communes.filter((commune) => commune.epci === entry.siren)),
      }),
    )
    .sort((a, b) => b.population - a.population || ordre(a.siren, b.siren));
  const perimetres = (territoire.perimetres ?? []).map((entry): PerimetreResume => {
    const dedans = communesDe(communes, entry);
    const { petites: _petites, ...resume } = resumer(dedans);
    return {
      id: entry.id,
      libelle: entry.libelle,
      ...resume,
      part: total.population > 0 ? resume.population / total.population : null,
      epci: new Set(dedans.map((commune) => commune.epci).filter(Boolean)).size,
    };
  });
  const first = communes.reduce<Commune | null>(
    (best, commune) => ((commune.population ?? 0) > (best?.population ?? 0) ? commune : best),
    null,
  );
  return {
    millesime: territoire.millesime === undefined ? null : String(territoire.millesime),
    total,
    epci,
    perimetres,
    premiere: first ? { nom: first.nom, population: first.population ?? 0 } : null,
  };
}
