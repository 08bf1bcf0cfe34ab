/** Where all functions run; the rewrites in firebase.json name the same region. */
export const region = "southamerica-east1";
