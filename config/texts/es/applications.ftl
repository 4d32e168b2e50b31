apply-title = Solicitud de plaza
apply-name = Nombre para el certificado
    .hint = Exactamente como debe figurar, en su propia escritura.
apply-email = Correo electrónico
    .hint = Solo lo ven los organizadores.
apply-organisation = Organización
    .hint = Donde trabaja; déjelo vacío si trabaja por cuenta propia.
apply-kind = Tipo de organización
apply-function = En qué área trabaja
apply-again = Corregir
apply-send = Aceptar y enviar
apply-consent = Compruebe lo que ha escrito y elija su huso horario y su idioma. Al enviarlo, acepta que los organizadores conserven estos datos para llevar a cabo el maratón y emitir su certificado.
apply-done = Su solicitud se ha guardado. { $places ->
    [1] Hay una sola plaza.
    [one] Hay { $places } plaza.
   *[other] Hay { $places } plazas.
} Aquí sabrá cuándo se asignan; `/me` muestra su situación.

kind-manufacturer = Fabricante
kind-regulator = Autoridad reguladora
kind-ministry = Ministerio
kind-academia = Universidad o investigación
kind-other = Otro

function-development = Desarrollo
function-production = Producción
function-quality-assurance = Garantía de calidad
function-quality-control = Control de calidad
function-regulatory = Asuntos regulatorios
function-other = Otra

apply-any-cohort = Cualquier grupo
apply-stated = Lo que indicó
apply-edit = Corregir
apply-withdraw = Retirarse
apply-edited = { $fields ->
    [none] No ha cambiado nada.
   *[other] Modificado: { $fields }. Se ha guardado.
}
apply-withdraw-preview = { $holds ->
    [true] Usted devuelve su plaza; pasa a la persona siguiente y no podrá recuperarla por su cuenta.
   *[false] Su solicitud se retira.
} ¿Confirma la retirada?
apply-withdraw-confirm = Sí, retirarme
apply-withdrawn = Su solicitud se ha retirado.

gender-unsaid = Prefiero no indicar mi género
gender-woman = Mujer
gender-man = Hombre
gender-another = Otro género

me-offer-until = Responda antes del { $deadline }; después, la plaza pasa a la persona siguiente.
me-data = Mis datos
me-forget = Olvidar mis datos
me-data-none = No se conserva ningún dato sobre usted.
me-data-here = Esto es todo lo que se conserva sobre usted.
me-forget-preview = Su nombre, sus direcciones, su organización y el vínculo con su cuenta de Discord se borran definitivamente, y la plaza que tenga pasa a la persona siguiente. **Después no se le podrá emitir ningún certificado.** Lo ocurrido en el curso queda bajo un número que no conduce a nadie; un certificado ya emitido se podrá seguir verificando. Esto no se puede deshacer.
me-forget-confirm = Sí, olvidar mis datos
me-forgotten = Sus datos se han borrado. Ya no se conserva nada que le nombre.
