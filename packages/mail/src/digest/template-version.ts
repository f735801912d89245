/** Part of an edition's identity: goes up whenever the same input would give other bytes. */
export const TEMPLATE_VERSION = '2';
