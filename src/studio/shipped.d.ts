/** Modules that the build makes of the package's scenarios (build/shipped-scenarios.mjs). */
declare module 'virtual:shipped' {
  /** A scenario of the package: what its card in the gallery says, and how to get its plain data. */
  interface Shipped {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly firms: number;
    readonly months: number;
    readonly agents: number;
    load(): Promise<{ readonly raw: unknown }>;
  }
  export const SHIPPED: readonly Shipped[];
}

declare module 'virtual:firm-cards/data-cards' {
  /** Name of a firm card -> its text. */
  export const CARDS: Readonly<Record<string, string>>;
}

declare module 'virtual:known-hashes' {
  /** Result hashes by id of a shipped scenario, for this seed and number of worlds; none if the engine has changed. */
  export const KNOWN: {
    readonly seed: string;
    readonly replicates: number;
    readonly hashes: Readonly<Record<string, string>>;
  };
}

declare module 'virtual:worker-script' {
  /** Address of the script of the workers. */
  export const SCRIPT: string;
}
