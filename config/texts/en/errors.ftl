error-not-allowed = You may not do this here. It needs a role that an organiser can give.
error-internal = Something went wrong on our side. Please try again; if it stays so, tell an organiser this number: `{ $reference }`
error-button-gone = This button is from an older version and no longer does anything. Please use the command again.
