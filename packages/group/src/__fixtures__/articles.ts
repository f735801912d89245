/** Invented articles. The first two tell one happening, the third is its look-alike. */
export const bridge = {
  title: 'Bridge over the Tamsel closed after barge hits pier',
  text: 'PORT LARK (Meridian Wire) - The Osgood Bridge over the river Tamsel was closed on Tuesday after a barge loaded with gravel struck one of its piers, the Harbour Office of Port Lark said. Nobody was hurt. Harbour master Ilse Varga said the barge Corrina had lost steering in the morning fog and drifted for two miles. Engineers found a crack of four metres in the third pier. Some 38,000 cars cross the Osgood Bridge each day. The Harbour Office expects repairs to take six weeks.',
};
export const bridgeToldOtherwise = {
  title: 'Commuters in Port Lark face weeks of detours',
  text: 'Drivers who use the Osgood Bridge must find another way into Port Lark until the end of next month. The crossing was shut when the gravel barge Corrina ran into its third pier in fog. "We were lucky," harbour master Ilse Varga told reporters, adding that divers would look at the damage in the Tamsel on Thursday. Ferries will run every ten minutes.',
};
export const otherBridge = {
  title: 'Lorry fire shuts Kestrel Bridge',
  text: 'The Kestrel Bridge in Dunmoor was closed for three hours on Wednesday when a lorry carrying paint caught fire in the middle lane. Firefighters from Dunmoor put out the blaze. The driver, Anton Reyes, was treated for smoke at Saint Brede Hospital. Police said a tyre had burst. Traffic on the northern ring road was held up until noon.',
};
export const bridgeInSpanish = {
  title: 'Cierran el puente Osgood en Port Lark',
  text: 'El puente Osgood, sobre el río Tamsel, fue cerrado el martes después de que la barcaza Corrina chocara contra uno de los pilares, informó la capitanía de Port Lark. No hubo heridos. La capitana del puerto, Ilse Varga, dijo que la barcaza perdió el timón en la niebla. Unos 38.000 vehículos cruzan cada día el puente Osgood.',
};
