/** What an archive that holds its own dependencies is made of. */

export interface PackageDescription {
  files: string[];
  dependencies: Record<string, string>;
  devDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
  overrides?: object;
  bundleDependencies?: string[];
}

/** A lock file of npm, version 2 or 3: packages by path, `''` for the root. */
export interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean; peer?: boolean }>;
}

/** Folders of the packages that the program runs on, such as `node_modules/path-scurry/node_modules/lru-cache`. */
export const installedPaths = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([path, { dev, devOptional, optional, peer }]) =>
    path === '' || dev || devOptional || optional || peer ? [] : [path],
  );

/** The description of the archive: all dependencies bundled, and nothing that only its development needs. */
export function bundledDescription(description: PackageDescription): PackageDescription {
  const { devDependencies: _dev, scripts: _scripts, overrides: _overrides, ...kept } = description;
  return { ...kept, bundleDependencies: Object.keys(description.dependencies) };
}
