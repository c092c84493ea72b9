/** Styles that a script brings along; the build makes files of them. */
declare module '*.css'
