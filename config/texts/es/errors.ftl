error-not-allowed = No puede hacer esto aquí. Hace falta un rol que un organizador puede dar.
error-internal = Algo ha fallado por nuestra parte. Inténtelo de nuevo; si persiste, comunique este número a un organizador: `{ $reference }`
error-button-gone = Este botón es de una versión anterior y ya no hace nada. Vuelva a usar el comando.
