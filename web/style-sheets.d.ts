/** Vite takes style sheets from where they are imported. */
declare module '*.css' {}
