error-not-allowed = 您不能在此执行该操作。需要组织者授予的角色。
error-internal = 我们这边出了问题。请重试；如仍不行，请把此编号告诉组织者：`{ $reference }`
error-button-gone = 此按钮来自旧版本，已不再起作用。请重新使用命令。
