# 聊天中的个人日历。
calendar-address = `{ $address }`
calendar-ways = 添加到 [Google 日历](<{ $google }>) 或 [Outlook](<{ $outlook }>)；其他程序可直接使用该地址。
calendar-secret = 请勿把此地址告诉他人：其中包含您的入会链接。
calendar-renew = 新的日历地址
calendar-renew-preview = 您将得到一个新地址，旧地址立即失效。所有使用旧地址的日历都需要重新订阅。
calendar-renew-confirm = 停用旧地址
calendar-renewed = 这是您的新日历地址。旧地址已失效。
