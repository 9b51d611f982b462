// Generated from openapi/ by `npm run generate`. Do not edit.

var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/ajv-formats/dist/formats.js
var require_formats = __commonJS({
  "node_modules/ajv-formats/dist/formats.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate, compare) {
      return { validate, compare };
    }
    exports.fullFormats = {
      // date: http://tools.ietf.org/html/rfc3339#section-5.6
      date: fmtDef(date, compareDate),
      // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
      time: fmtDef(getTime(true), compareTime),
      "date-time": fmtDef(getDateTime(true), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      // duration: https://tools.ietf.org/html/rfc3339#appendix-A
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      // uri-template: https://tools.ietf.org/html/rfc6570
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      // For the source: https://gist.github.com/dperini/729294
      // For test cases: https://mathiasbynens.be/demo/url-regex
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      // uuid: http://tools.ietf.org/html/rfc4122
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      // JSON-pointer: https://tools.ietf.org/html/rfc6901
      // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
      // byte: https://github.com/miguelmota/is-base64
      byte,
      // signed 32 bit integer
      int32: { type: "number", validate: validateInt32 },
      // signed 64 bit integer
      int64: { type: "number", validate: validateInt64 },
      // C-type float
      float: { type: "number", validate: validateNumber },
      // C-type double
      double: { type: "number", validate: validateNumber },
      // hint to the UI to hide input strings
      password: true,
      // unchecked string payload
      binary: true
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      // email (sources from jsen validator):
      // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
      // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
    var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      const matches = DATE.exec(str);
      if (!matches)
        return false;
      const year = +matches[1];
      const month = +matches[2];
      const day = +matches[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    function compareDate(d1, d2) {
      if (!(d1 && d2))
        return void 0;
      if (d1 > d2)
        return 1;
      if (d1 < d2)
        return -1;
      return 0;
    }
    var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return function time(str) {
        const matches = TIME.exec(str);
        if (!matches)
          return false;
        const hr = +matches[1];
        const min = +matches[2];
        const sec = +matches[3];
        const tz = matches[4];
        const tzSign = matches[5] === "-" ? -1 : 1;
        const tzH = +(matches[6] || 0);
        const tzM = +(matches[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return false;
        if (hr <= 23 && min <= 59 && sec < 60)
          return true;
        const utcMin = min - tzM * tzSign;
        const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      };
    }
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return void 0;
      const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
      const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (!(t1 && t2))
        return void 0;
      return t1 - t2;
    }
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return void 0;
      const a1 = TIME.exec(t1);
      const a2 = TIME.exec(t2);
      if (!(a1 && a2))
        return void 0;
      t1 = a1[1] + a1[2] + a1[3];
      t2 = a2[1] + a2[2] + a2[3];
      if (t1 > t2)
        return 1;
      if (t1 < t2)
        return -1;
      return 0;
    }
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      const time = getTime(strictTimeZone);
      return function date_time(str) {
        const dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
      };
    }
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const d1 = new Date(dt1).valueOf();
      const d2 = new Date(dt2).valueOf();
      if (!(d1 && d2))
        return void 0;
      return d1 - d2;
    }
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
      const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
      const res = compareDate(d1, d2);
      if (res === void 0)
        return void 0;
      return res || compareTime(t1, t2);
    }
    var NOT_URI_FRAGMENT = /\/|:/;
    var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      BYTE.lastIndex = 0;
      return BYTE.test(str);
    }
    var MIN_INT32 = -(2 ** 31);
    var MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    function validateNumber() {
      return true;
    }
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return false;
      try {
        new RegExp(str);
        return true;
      } catch (e) {
        return false;
      }
    }
  }
});

// schemas:body
var body_exports = {};
__export(body_exports, {
  cancelScheduledRetry: () => cancelScheduledRetry,
  capturePayment: () => capturePayment,
  getToken: () => getToken,
  incrementAuthorization: () => incrementAuthorization,
  refundPayment: () => refundPayment,
  requestPayment: () => requestPayment,
  reversePayment: () => reversePayment,
  searchPayments: () => searchPayments,
  voidPayment: () => voidPayment
});
var getToken = validate20;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.grant_type === void 0) {
      const err0 = { instancePath, schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "grant_type" }, message: "must have required property 'grant_type'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.client_id === void 0) {
      const err1 = { instancePath, schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "client_id" }, message: "must have required property 'client_id'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.client_secret === void 0) {
      const err2 = { instancePath, schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "client_secret" }, message: "must have required property 'client_secret'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.scope === void 0) {
      const err3 = { instancePath, schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "scope" }, message: "must have required property 'scope'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.grant_type !== void 0) {
      let data0 = data.grant_type;
      if (typeof data0 !== "string") {
        const err4 = { instancePath: instancePath + "/grant_type", schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/properties/grant_type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if ("client_credentials" !== data0) {
        const err5 = { instancePath: instancePath + "/grant_type", schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/properties/grant_type/const", keyword: "const", params: { allowedValue: "client_credentials" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.client_id !== void 0) {
      if (typeof data.client_id !== "string") {
        const err6 = { instancePath: instancePath + "/client_id", schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/properties/client_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.client_secret !== void 0) {
      if (typeof data.client_secret !== "string") {
        const err7 = { instancePath: instancePath + "/client_secret", schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/properties/client_secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.scope !== void 0) {
      if (typeof data.scope !== "string") {
        const err8 = { instancePath: instancePath + "/scope", schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/properties/scope/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "description#/paths/~1connect~1token/post/requestBody/content/application~1json/schema/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": { "grant_type": true, "client_id": true, "client_secret": true, "scope": true }, "dynamicProps": false, "dynamicItems": false };
var requestPayment = validate22;
var schema35 = { "type": "object", "description": "A payment to request.", "required": ["currency", "source"], "properties": { "currency": { "type": "string", "minLength": 3, "maxLength": 3, "pattern": "^[A-Z]{3}$", "description": "The currency to charge in, as a three-letter ISO 4217 code.", "x-inferred": { "pattern": "ISO 4217 codes are capital letters", "description": "the page names ISO 4217 once, for the currency of a processed payout" }, "examples": ["USD"] }, "source": { "$ref": "#/components/schemas/PaymentRequestSource" }, "amount": { "type": "number", "x-amount": "minor", "minimum": 0, "multipleOf": 1, "description": "How much to charge, in the minor currency unit. Leave it out or send 0 to verify a card.", "x-inferred": { "multipleOf": "an amount in the minor unit is an integer" }, "examples": [1e3] }, "payment_type": { "type": "string", "default": "Regular", "enum": ["Regular", "Recurring", "MOTO", "Installment", "PayLater", "Unscheduled"], "description": "What kind of payment this is. Required whenever the cardholder is not present, as in mail and\ntelephone orders; a merchant-initiated payment must not be `Regular`.\n" }, "reference": { "type": "string", "maxLength": 80, "description": "Your reference, an order number for instance. Choose one for each payment: it is what you find the\npayment by. See the Payfac docs for the limit of each card scheme; the page does not link them.\n", "x-inferred": { "description": "the page only says that it identifies the payment; advice of this project" }, "examples": ["ORD-5023-4E89"] }, "description": { "type": "string", "maxLength": 100, "description": "What the payment is for." }, "authorization_type": { "type": "string", "default": "Final", "enum": ["Final", "Estimated"], "description": "Whether the amount is final, or an estimate that increments can change later.", "x-inferred": { "description": "the page has no text for the types; checkout.com/docs/payments/manage-payments/authorize-a-payment, Final and Estimated" } }, "capture": { "type": "boolean", "default": true, "description": "Whether to capture the payment as well, where that applies." }, "capture_on": { "type": "string", "format": "date-time", "description": "When to capture, as an ISO 8601 timestamp. Sending it sets `capture` to true." }, "merchant_initiated": { "type": "boolean", "description": "Whether you start this payment without the payer being present. Must be true for every\nmerchant-initiated payment; `payment_type` must then be something else than `Regular`.\n", "x-inferred": { "description": "its name, for what such a payment is, as the page does not explain it" } }, "processing_channel_id": { "type": "string", "description": "The processing channel for the payment.", "x-inferred": "checkout-sdk-net src/CheckoutSdk/Payments/Request/PaymentRequest.cs, ProcessingChannelId" }, "processing": { "$ref": "#/components/schemas/PaymentRequestProcessing", "x-inferred": "checkout-api-reference Payments/ProcessingSettings.yaml, aft" } } };
var func1 = require_ucs2length().default;
var pattern4 = new RegExp("^[A-Z]{3}$", "u");
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type !== void 0) {
      if (typeof data.type !== "string") {
        const err1 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.number !== void 0) {
      if (typeof data.number !== "string") {
        const err2 = { instancePath: instancePath + "/number", schemaPath: "#/properties/number/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.expiry_month !== void 0) {
      if (!(typeof data.expiry_month == "number")) {
        const err3 = { instancePath: instancePath + "/expiry_month", schemaPath: "#/properties/expiry_month/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.expiry_year !== void 0) {
      if (!(typeof data.expiry_year == "number")) {
        const err4 = { instancePath: instancePath + "/expiry_year", schemaPath: "#/properties/expiry_year/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.cvv !== void 0) {
      if (typeof data.cvv !== "string") {
        const err5 = { instancePath: instancePath + "/cvv", schemaPath: "#/properties/cvv/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (typeof data.name !== "string") {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.billing_address !== void 0) {
      let data6 = data.billing_address;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.address_line1 !== void 0) {
          let data7 = data6.address_line1;
          if (typeof data7 === "string") {
            if (func1(data7) > 200) {
              const err7 = { instancePath: instancePath + "/billing_address/address_line1", schemaPath: "#/components/schemas/Address/properties/address_line1/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/billing_address/address_line1", schemaPath: "#/components/schemas/Address/properties/address_line1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data6.address_line2 !== void 0) {
          let data8 = data6.address_line2;
          if (typeof data8 === "string") {
            if (func1(data8) > 200) {
              const err9 = { instancePath: instancePath + "/billing_address/address_line2", schemaPath: "#/components/schemas/Address/properties/address_line2/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/billing_address/address_line2", schemaPath: "#/components/schemas/Address/properties/address_line2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data6.city !== void 0) {
          let data9 = data6.city;
          if (typeof data9 === "string") {
            if (func1(data9) > 50) {
              const err11 = { instancePath: instancePath + "/billing_address/city", schemaPath: "#/components/schemas/Address/properties/city/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/billing_address/city", schemaPath: "#/components/schemas/Address/properties/city/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data6.state !== void 0) {
          if (typeof data6.state !== "string") {
            const err13 = { instancePath: instancePath + "/billing_address/state", schemaPath: "#/components/schemas/Address/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data6.zip !== void 0) {
          let data11 = data6.zip;
          if (typeof data11 === "string") {
            if (func1(data11) > 50) {
              const err14 = { instancePath: instancePath + "/billing_address/zip", schemaPath: "#/components/schemas/Address/properties/zip/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/billing_address/zip", schemaPath: "#/components/schemas/Address/properties/zip/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data6.country !== void 0) {
          let data12 = data6.country;
          if (typeof data12 === "string") {
            if (func1(data12) > 2) {
              const err16 = { instancePath: instancePath + "/billing_address/country", schemaPath: "#/components/schemas/Address/properties/country/maxLength", keyword: "maxLength", params: { limit: 2 }, message: "must NOT have more than 2 characters" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (func1(data12) < 2) {
              const err17 = { instancePath: instancePath + "/billing_address/country", schemaPath: "#/components/schemas/Address/properties/country/minLength", keyword: "minLength", params: { limit: 2 }, message: "must NOT have fewer than 2 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/billing_address/country", schemaPath: "#/components/schemas/Address/properties/country/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/billing_address", schemaPath: "#/components/schemas/Address/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.phone !== void 0) {
      let data13 = data.phone;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        if (data13.country_code !== void 0) {
          let data14 = data13.country_code;
          if (typeof data14 === "string") {
            if (func1(data14) > 7) {
              const err20 = { instancePath: instancePath + "/phone/country_code", schemaPath: "#/components/schemas/Phone/properties/country_code/maxLength", keyword: "maxLength", params: { limit: 7 }, message: "must NOT have more than 7 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (func1(data14) < 1) {
              const err21 = { instancePath: instancePath + "/phone/country_code", schemaPath: "#/components/schemas/Phone/properties/country_code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/phone/country_code", schemaPath: "#/components/schemas/Phone/properties/country_code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data13.number !== void 0) {
          let data15 = data13.number;
          if (typeof data15 === "string") {
            if (func1(data15) > 25) {
              const err23 = { instancePath: instancePath + "/phone/number", schemaPath: "#/components/schemas/Phone/properties/number/maxLength", keyword: "maxLength", params: { limit: 25 }, message: "must NOT have more than 25 characters" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (func1(data15) < 6) {
              const err24 = { instancePath: instancePath + "/phone/number", schemaPath: "#/components/schemas/Phone/properties/number/minLength", keyword: "minLength", params: { limit: 6 }, message: "must NOT have fewer than 6 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/phone/number", schemaPath: "#/components/schemas/Phone/properties/number/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/phone", schemaPath: "#/components/schemas/Phone/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": { "type": true, "number": true, "expiry_month": true, "expiry_year": true, "cvv": true, "name": true, "billing_address": true, "phone": true }, "dynamicProps": false, "dynamicItems": false };
var formats0 = require_formats().fullFormats["date-time"];
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.payment_type === void 0) {
      data.payment_type = "Regular";
    }
    if (data.authorization_type === void 0) {
      data.authorization_type = "Final";
    }
    if (data.capture === void 0) {
      data.capture = true;
    }
    if (data.currency === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" }, message: "must have required property 'currency'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.source === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.currency !== void 0) {
      let data0 = data.currency;
      if (typeof data0 === "string") {
        if (func1(data0) > 3) {
          const err2 = { instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/maxLength", keyword: "maxLength", params: { limit: 3 }, message: "must NOT have more than 3 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func1(data0) < 3) {
          const err3 = { instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err4 = { instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, message: 'must match pattern "^[A-Z]{3}$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      if (!validate24(data.source, { instancePath: instancePath + "/source", parentData: data, parentDataProperty: "source", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
    if (data.amount !== void 0) {
      let data2 = data.amount;
      if (typeof data2 == "number") {
        if (data2 < 0 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        let res0;
        if (res0 = data2 / 1, res0 !== parseInt(res0)) {
          const err7 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/multipleOf", keyword: "multipleOf", params: { multipleOf: 1 }, message: "must be multiple of 1" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    let data3 = data.payment_type;
    if (typeof data3 !== "string") {
      const err9 = { instancePath: instancePath + "/payment_type", schemaPath: "#/properties/payment_type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (!(data3 === "Regular" || data3 === "Recurring" || data3 === "MOTO" || data3 === "Installment" || data3 === "PayLater" || data3 === "Unscheduled")) {
      const err10 = { instancePath: instancePath + "/payment_type", schemaPath: "#/properties/payment_type/enum", keyword: "enum", params: { allowedValues: schema35.properties.payment_type.enum }, message: "must be equal to one of the allowed values" };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.reference !== void 0) {
      let data4 = data.reference;
      if (typeof data4 === "string") {
        if (func1(data4) > 80) {
          const err11 = { instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data5 = data.description;
      if (typeof data5 === "string") {
        if (func1(data5) > 100) {
          const err13 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    let data6 = data.authorization_type;
    if (typeof data6 !== "string") {
      const err15 = { instancePath: instancePath + "/authorization_type", schemaPath: "#/properties/authorization_type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (!(data6 === "Final" || data6 === "Estimated")) {
      const err16 = { instancePath: instancePath + "/authorization_type", schemaPath: "#/properties/authorization_type/enum", keyword: "enum", params: { allowedValues: schema35.properties.authorization_type.enum }, message: "must be equal to one of the allowed values" };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
    if (typeof data.capture !== "boolean") {
      const err17 = { instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    if (data.capture_on !== void 0) {
      let data8 = data.capture_on;
      if (typeof data8 === "string") {
        if (!formats0.validate(data8)) {
          const err18 = { instancePath: instancePath + "/capture_on", schemaPath: "#/properties/capture_on/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/capture_on", schemaPath: "#/properties/capture_on/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.merchant_initiated !== void 0) {
      if (typeof data.merchant_initiated !== "boolean") {
        const err20 = { instancePath: instancePath + "/merchant_initiated", schemaPath: "#/properties/merchant_initiated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.processing_channel_id !== void 0) {
      if (typeof data.processing_channel_id !== "string") {
        const err21 = { instancePath: instancePath + "/processing_channel_id", schemaPath: "#/properties/processing_channel_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.processing !== void 0) {
      let data11 = data.processing;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        if (data11.aft !== void 0) {
          if (typeof data11.aft !== "boolean") {
            const err22 = { instancePath: instancePath + "/processing/aft", schemaPath: "#/components/schemas/PaymentRequestProcessing/properties/aft/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data11.preferred_scheme !== void 0) {
          if (typeof data11.preferred_scheme !== "string") {
            const err23 = { instancePath: instancePath + "/processing/preferred_scheme", schemaPath: "#/components/schemas/PaymentRequestProcessing/properties/preferred_scheme/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data11.merchant_initiated_reason !== void 0) {
          if (typeof data11.merchant_initiated_reason !== "string") {
            const err24 = { instancePath: instancePath + "/processing/merchant_initiated_reason", schemaPath: "#/components/schemas/PaymentRequestProcessing/properties/merchant_initiated_reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/processing", schemaPath: "#/components/schemas/PaymentRequestProcessing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
  } else {
    const err26 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err26];
    } else {
      vErrors.push(err26);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "props": { "currency": true, "source": true, "amount": true, "payment_type": true, "reference": true, "description": true, "authorization_type": true, "capture": true, "capture_on": true, "merchant_initiated": true, "processing_channel_id": true, "processing": true }, "dynamicProps": false, "dynamicItems": false };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!validate23(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
    errors = vErrors.length;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": { "currency": true, "source": true, "amount": true, "payment_type": true, "reference": true, "description": true, "authorization_type": true, "capture": true, "capture_on": true, "merchant_initiated": true, "processing_channel_id": true, "processing": true }, "dynamicProps": false, "dynamicItems": false };
var searchPayments = validate27;
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.limit === void 0) {
      data.limit = 10;
    }
    if (data.query === void 0) {
      const err0 = { instancePath, schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "query" }, message: "must have required property 'query'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query !== void 0) {
      let data0 = data.query;
      if (typeof data0 === "string") {
        if (func1(data0) > 1024) {
          const err1 = { instancePath: instancePath + "/query", schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/properties/query/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/query", schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/properties/query/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    let data1 = data.limit;
    if (typeof data1 == "number") {
      if (data1 > 1e3 || isNaN(data1)) {
        const err3 = { instancePath: instancePath + "/limit", schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err4 = { instancePath: instancePath + "/limit", schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    } else {
      const err5 = { instancePath: instancePath + "/limit", schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/properties/limit/type", keyword: "type", params: { type: "number" }, message: "must be number" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.from !== void 0) {
      if (typeof data.from !== "string") {
        const err6 = { instancePath: instancePath + "/from", schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      if (typeof data.to !== "string") {
        const err7 = { instancePath: instancePath + "/to", schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      if (data.to === void 0) {
        const err8 = { instancePath, schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/dependentRequired", keyword: "dependentRequired", params: {
          property: "from",
          missingProperty: "to",
          depsCount: 1,
          deps: "to"
        }, message: "must have property to when property from is present" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      if (data.from === void 0) {
        const err9 = { instancePath, schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/dependentRequired", keyword: "dependentRequired", params: {
          property: "to",
          missingProperty: "from",
          depsCount: 1,
          deps: "from"
        }, message: "must have property from when property to is present" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "description#/paths/~1payments~1search/post/requestBody/content/application~1json/schema/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "props": { "query": true, "limit": true, "from": true, "to": true }, "dynamicProps": false, "dynamicItems": false };
var incrementAuthorization = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.amount !== void 0) {
      let data0 = data.amount;
      if (typeof data0 == "number") {
        if (data0 < 0 || isNaN(data0)) {
          const err0 = { instancePath: instancePath + "/amount", schemaPath: "description#/paths/~1payments~1{id}~1authorizations/post/requestBody/content/application~1json/schema/properties/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        let res0;
        if (res0 = data0 / 1, res0 !== parseInt(res0)) {
          const err1 = { instancePath: instancePath + "/amount", schemaPath: "description#/paths/~1payments~1{id}~1authorizations/post/requestBody/content/application~1json/schema/properties/amount/multipleOf", keyword: "multipleOf", params: { multipleOf: 1 }, message: "must be multiple of 1" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/amount", schemaPath: "description#/paths/~1payments~1{id}~1authorizations/post/requestBody/content/application~1json/schema/properties/amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.reference !== void 0) {
      if (typeof data.reference !== "string") {
        const err3 = { instancePath: instancePath + "/reference", schemaPath: "description#/paths/~1payments~1{id}~1authorizations/post/requestBody/content/application~1json/schema/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
      } else {
        const err4 = { instancePath: instancePath + "/metadata", schemaPath: "description#/paths/~1payments~1{id}~1authorizations/post/requestBody/content/application~1json/schema/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1authorizations/post/requestBody/content/application~1json/schema/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": { "amount": true, "reference": true, "metadata": true }, "dynamicProps": false, "dynamicItems": false };
var cancelScheduledRetry = validate29;
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reference !== void 0) {
      let data0 = data.reference;
      if (typeof data0 === "string") {
        if (func1(data0) > 80) {
          const err0 = { instancePath: instancePath + "/reference", schemaPath: "description#/paths/~1payments~1{id}~1cancellations/post/requestBody/content/application~1json/schema/properties/reference/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/reference", schemaPath: "description#/paths/~1payments~1{id}~1cancellations/post/requestBody/content/application~1json/schema/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1cancellations/post/requestBody/content/application~1json/schema/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": { "reference": true }, "dynamicProps": false, "dynamicItems": false };
var capturePayment = validate30;
var schema47 = { "type": "object", "description": "How much to capture.", "properties": { "amount": { "type": "number", "x-amount": "minor", "minimum": 0, "multipleOf": 1, "description": "How much to capture, in the minor currency unit; everything if left out.", "x-inferred": { "multipleOf": "an amount in the minor unit is an integer", "description": "the page states the unit once, for the amount of a payment request" }, "examples": [400] }, "capture_type": { "type": "string", "default": "Final", "enum": ["NonFinal", "Final"], "description": "Whether more captures will follow. A final capture voids what it leaves uncaptured.", "x-inferred": { "description": "the page only says what Final does; its name, for NonFinal" } }, "reference": { "type": "string", "maxLength": 80, "description": "Your reference for the capture. American Express allows 30 characters." }, "customer": { "$ref": "#/components/schemas/Customer", "description": "The customer; required where `source.type` of the payment is tamara." }, "description": { "type": "string", "maxLength": 100, "description": "What the payment is for." }, "billing_descriptor": { "$ref": "#/components/schemas/BillingDescriptor" }, "shipping": { "$ref": "#/components/schemas/Shipping" }, "items": { "type": "array", "description": "What was ordered.", "items": { "$ref": "#/components/schemas/Item" } }, "amount_allocations": { "type": "array", "description": "The sub-entities that the capture is processed for, and their shares.", "items": { "$ref": "#/components/schemas/AmountAllocation", "x-inferred": { "properties": "the page lists the fields in the actions of a payment", "required": "the page lists the fields in the actions of a payment" } } }, "processing": { "$ref": "#/components/schemas/CaptureProcessing" }, "metadata": { "type": "object", "additionalProperties": true, "description": "Your own data, one level deep.", "x-inferred": { "additionalProperties": "the page states it for the same field of a payment" } } } };
var pattern5 = new RegExp("^(cus)_(\\w{26})$", "u");
var formats2 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.first_name !== void 0) {
      if (typeof data.first_name !== "string") {
        const err0 = { instancePath: instancePath + "/first_name", schemaPath: "#/properties/first_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.last_name !== void 0) {
      if (typeof data.last_name !== "string") {
        const err1 = { instancePath: instancePath + "/last_name", schemaPath: "#/properties/last_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data2 = data.email;
      if (typeof data2 === "string") {
        if (!formats2.test(data2)) {
          const err2 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/format", keyword: "format", params: { format: "email" }, message: 'must match format "email"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      let data3 = data.address;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.address_line1 !== void 0) {
          let data4 = data3.address_line1;
          if (typeof data4 === "string") {
            if (func1(data4) > 200) {
              const err4 = { instancePath: instancePath + "/address/address_line1", schemaPath: "#/components/schemas/Address/properties/address_line1/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/address/address_line1", schemaPath: "#/components/schemas/Address/properties/address_line1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data3.address_line2 !== void 0) {
          let data5 = data3.address_line2;
          if (typeof data5 === "string") {
            if (func1(data5) > 200) {
              const err6 = { instancePath: instancePath + "/address/address_line2", schemaPath: "#/components/schemas/Address/properties/address_line2/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/address/address_line2", schemaPath: "#/components/schemas/Address/properties/address_line2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data3.city !== void 0) {
          let data6 = data3.city;
          if (typeof data6 === "string") {
            if (func1(data6) > 50) {
              const err8 = { instancePath: instancePath + "/address/city", schemaPath: "#/components/schemas/Address/properties/city/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/address/city", schemaPath: "#/components/schemas/Address/properties/city/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.state !== void 0) {
          if (typeof data3.state !== "string") {
            const err10 = { instancePath: instancePath + "/address/state", schemaPath: "#/components/schemas/Address/properties/state/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data3.zip !== void 0) {
          let data8 = data3.zip;
          if (typeof data8 === "string") {
            if (func1(data8) > 50) {
              const err11 = { instancePath: instancePath + "/address/zip", schemaPath: "#/components/schemas/Address/properties/zip/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/address/zip", schemaPath: "#/components/schemas/Address/properties/zip/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data3.country !== void 0) {
          let data9 = data3.country;
          if (typeof data9 === "string") {
            if (func1(data9) > 2) {
              const err13 = { instancePath: instancePath + "/address/country", schemaPath: "#/components/schemas/Address/properties/country/maxLength", keyword: "maxLength", params: { limit: 2 }, message: "must NOT have more than 2 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (func1(data9) < 2) {
              const err14 = { instancePath: instancePath + "/address/country", schemaPath: "#/components/schemas/Address/properties/country/minLength", keyword: "minLength", params: { limit: 2 }, message: "must NOT have fewer than 2 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/address/country", schemaPath: "#/components/schemas/Address/properties/country/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/address", schemaPath: "#/components/schemas/Address/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.phone !== void 0) {
      let data10 = data.phone;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (data10.country_code !== void 0) {
          let data11 = data10.country_code;
          if (typeof data11 === "string") {
            if (func1(data11) > 7) {
              const err17 = { instancePath: instancePath + "/phone/country_code", schemaPath: "#/components/schemas/Phone/properties/country_code/maxLength", keyword: "maxLength", params: { limit: 7 }, message: "must NOT have more than 7 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (func1(data11) < 1) {
              const err18 = { instancePath: instancePath + "/phone/country_code", schemaPath: "#/components/schemas/Phone/properties/country_code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/phone/country_code", schemaPath: "#/components/schemas/Phone/properties/country_code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data10.number !== void 0) {
          let data12 = data10.number;
          if (typeof data12 === "string") {
            if (func1(data12) > 25) {
              const err20 = { instancePath: instancePath + "/phone/number", schemaPath: "#/components/schemas/Phone/properties/number/maxLength", keyword: "maxLength", params: { limit: 25 }, message: "must NOT have more than 25 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (func1(data12) < 6) {
              const err21 = { instancePath: instancePath + "/phone/number", schemaPath: "#/components/schemas/Phone/properties/number/minLength", keyword: "minLength", params: { limit: 6 }, message: "must NOT have fewer than 6 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/phone/number", schemaPath: "#/components/schemas/Phone/properties/number/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/phone", schemaPath: "#/components/schemas/Phone/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" }, message: "must have required property 'amount'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.id !== void 0) {
      if (typeof data.id !== "string") {
        const err2 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.amount !== void 0) {
      let data1 = data.amount;
      if (typeof data1 == "number") {
        if (data1 < 0 || isNaN(data1)) {
          const err3 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        let res0;
        if (res0 = data1 / 1, res0 !== parseInt(res0)) {
          const err4 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/multipleOf", keyword: "multipleOf", params: { multipleOf: 1 }, message: "must be multiple of 1" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.reference !== void 0) {
      let data2 = data.reference;
      if (typeof data2 === "string") {
        if (func1(data2) > 50) {
          const err6 = { instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.commission !== void 0) {
      let data3 = data.commission;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.amount !== void 0) {
          let data4 = data3.amount;
          if (typeof data4 == "number") {
            if (data4 < 0 || isNaN(data4)) {
              const err8 = { instancePath: instancePath + "/commission/amount", schemaPath: "#/components/schemas/Commission/properties/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            let res1;
            if (res1 = data4 / 1, res1 !== parseInt(res1)) {
              const err9 = { instancePath: instancePath + "/commission/amount", schemaPath: "#/components/schemas/Commission/properties/amount/multipleOf", keyword: "multipleOf", params: { multipleOf: 1 }, message: "must be multiple of 1" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/commission/amount", schemaPath: "#/components/schemas/Commission/properties/amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data3.percentage !== void 0) {
          let data5 = data3.percentage;
          if (typeof data5 == "number") {
            if (data5 > 100 || isNaN(data5)) {
              const err11 = { instancePath: instancePath + "/commission/percentage", schemaPath: "#/components/schemas/Commission/properties/percentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (data5 < 0 || isNaN(data5)) {
              const err12 = { instancePath: instancePath + "/commission/percentage", schemaPath: "#/components/schemas/Commission/properties/percentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/commission/percentage", schemaPath: "#/components/schemas/Commission/properties/percentage/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/commission", schemaPath: "#/components/schemas/Commission/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "props": { "id": true, "amount": true, "reference": true, "commission": true }, "dynamicProps": false, "dynamicItems": false };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.capture_type === void 0) {
      data.capture_type = "Final";
    }
    if (data.amount !== void 0) {
      let data0 = data.amount;
      if (typeof data0 == "number") {
        if (data0 < 0 || isNaN(data0)) {
          const err0 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        let res0;
        if (res0 = data0 / 1, res0 !== parseInt(res0)) {
          const err1 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/multipleOf", keyword: "multipleOf", params: { multipleOf: 1 }, message: "must be multiple of 1" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/amount", schemaPath: "#/properties/amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    let data1 = data.capture_type;
    if (typeof data1 !== "string") {
      const err3 = { instancePath: instancePath + "/capture_type", schemaPath: "#/properties/capture_type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (!(data1 === "NonFinal" || data1 === "Final")) {
      const err4 = { instancePath: instancePath + "/capture_type", schemaPath: "#/properties/capture_type/enum", keyword: "enum", params: { allowedValues: schema47.properties.capture_type.enum }, message: "must be equal to one of the allowed values" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.reference !== void 0) {
      let data2 = data.reference;
      if (typeof data2 === "string") {
        if (func1(data2) > 80) {
          const err5 = { instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.customer !== void 0) {
      let data3 = data.customer;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.id !== void 0) {
          let data4 = data3.id;
          if (typeof data4 === "string") {
            if (!pattern5.test(data4)) {
              const err7 = { instancePath: instancePath + "/customer/id", schemaPath: "#/components/schemas/Customer/properties/id/pattern", keyword: "pattern", params: { pattern: "^(cus)_(\\w{26})$" }, message: 'must match pattern "^(cus)_(\\w{26})$"' };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/customer/id", schemaPath: "#/components/schemas/Customer/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data3.email !== void 0) {
          let data5 = data3.email;
          if (typeof data5 === "string") {
            if (!formats2.test(data5)) {
              const err9 = { instancePath: instancePath + "/customer/email", schemaPath: "#/components/schemas/Customer/properties/email/format", keyword: "format", params: { format: "email" }, message: 'must match format "email"' };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/customer/email", schemaPath: "#/components/schemas/Customer/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data3.name !== void 0) {
          if (typeof data3.name !== "string") {
            const err11 = { instancePath: instancePath + "/customer/name", schemaPath: "#/components/schemas/Customer/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/customer", schemaPath: "#/components/schemas/Customer/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data7 = data.description;
      if (typeof data7 === "string") {
        if (func1(data7) > 100) {
          const err13 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.billing_descriptor !== void 0) {
      let data8 = data.billing_descriptor;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.name !== void 0) {
          let data9 = data8.name;
          if (typeof data9 === "string") {
            if (func1(data9) > 25) {
              const err15 = { instancePath: instancePath + "/billing_descriptor/name", schemaPath: "#/components/schemas/BillingDescriptor/properties/name/maxLength", keyword: "maxLength", params: { limit: 25 }, message: "must NOT have more than 25 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/billing_descriptor/name", schemaPath: "#/components/schemas/BillingDescriptor/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data8.city !== void 0) {
          let data10 = data8.city;
          if (typeof data10 === "string") {
            if (func1(data10) > 13) {
              const err17 = { instancePath: instancePath + "/billing_descriptor/city", schemaPath: "#/components/schemas/BillingDescriptor/properties/city/maxLength", keyword: "maxLength", params: { limit: 13 }, message: "must NOT have more than 13 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/billing_descriptor/city", schemaPath: "#/components/schemas/BillingDescriptor/properties/city/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data8.reference !== void 0) {
          let data11 = data8.reference;
          if (typeof data11 === "string") {
            if (func1(data11) > 50) {
              const err19 = { instancePath: instancePath + "/billing_descriptor/reference", schemaPath: "#/components/schemas/BillingDescriptor/properties/reference/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/billing_descriptor/reference", schemaPath: "#/components/schemas/BillingDescriptor/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/billing_descriptor", schemaPath: "#/components/schemas/BillingDescriptor/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.shipping !== void 0) {
      if (!validate32(data.shipping, { instancePath: instancePath + "/shipping", parentData: data, parentDataProperty: "shipping", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
        errors = vErrors.length;
      }
    }
    if (data.items !== void 0) {
      let data13 = data.items;
      if (Array.isArray(data13)) {
        const len0 = data13.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data14 = data13[i0];
          if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
            if (data14.name !== void 0) {
              let data15 = data14.name;
              if (typeof data15 === "string") {
                if (func1(data15) > 255) {
                  const err22 = { instancePath: instancePath + "/items/" + i0 + "/name", schemaPath: "#/components/schemas/Item/properties/name/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              } else {
                const err23 = { instancePath: instancePath + "/items/" + i0 + "/name", schemaPath: "#/components/schemas/Item/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data14.quantity !== void 0) {
              let data16 = data14.quantity;
              if (typeof data16 == "number") {
                if (data16 < 1 || isNaN(data16)) {
                  const err24 = { instancePath: instancePath + "/items/" + i0 + "/quantity", schemaPath: "#/components/schemas/Item/properties/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              } else {
                const err25 = { instancePath: instancePath + "/items/" + i0 + "/quantity", schemaPath: "#/components/schemas/Item/properties/quantity/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data14.unit_price !== void 0) {
              let data17 = data14.unit_price;
              if (typeof data17 == "number") {
                if (data17 < 0 || isNaN(data17)) {
                  const err26 = { instancePath: instancePath + "/items/" + i0 + "/unit_price", schemaPath: "#/components/schemas/Item/properties/unit_price/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              } else {
                const err27 = { instancePath: instancePath + "/items/" + i0 + "/unit_price", schemaPath: "#/components/schemas/Item/properties/unit_price/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data14.reference !== void 0) {
              let data18 = data14.reference;
              if (typeof data18 === "string") {
                if (func1(data18) > 255) {
                  const err28 = { instancePath: instancePath + "/items/" + i0 + "/reference", schemaPath: "#/components/schemas/Item/properties/reference/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
              } else {
                const err29 = { instancePath: instancePath + "/items/" + i0 + "/reference", schemaPath: "#/components/schemas/Item/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data14.commodity_code !== void 0) {
              let data19 = data14.commodity_code;
              if (typeof data19 === "string") {
                if (func1(data19) > 12) {
                  const err30 = { instancePath: instancePath + "/items/" + i0 + "/commodity_code", schemaPath: "#/components/schemas/Item/properties/commodity_code/maxLength", keyword: "maxLength", params: { limit: 12 }, message: "must NOT have more than 12 characters" };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              } else {
                const err31 = { instancePath: instancePath + "/items/" + i0 + "/commodity_code", schemaPath: "#/components/schemas/Item/properties/commodity_code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data14.unit_of_measure !== void 0) {
              let data20 = data14.unit_of_measure;
              if (typeof data20 === "string") {
                if (func1(data20) > 12) {
                  const err32 = { instancePath: instancePath + "/items/" + i0 + "/unit_of_measure", schemaPath: "#/components/schemas/Item/properties/unit_of_measure/maxLength", keyword: "maxLength", params: { limit: 12 }, message: "must NOT have more than 12 characters" };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/items/" + i0 + "/unit_of_measure", schemaPath: "#/components/schemas/Item/properties/unit_of_measure/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data14.total_amount !== void 0) {
              if (!(typeof data14.total_amount == "number")) {
                const err34 = { instancePath: instancePath + "/items/" + i0 + "/total_amount", schemaPath: "#/components/schemas/Item/properties/total_amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data14.tax_amount !== void 0) {
              if (!(typeof data14.tax_amount == "number")) {
                const err35 = { instancePath: instancePath + "/items/" + i0 + "/tax_amount", schemaPath: "#/components/schemas/Item/properties/tax_amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data14.discount_amount !== void 0) {
              if (!(typeof data14.discount_amount == "number")) {
                const err36 = { instancePath: instancePath + "/items/" + i0 + "/discount_amount", schemaPath: "#/components/schemas/Item/properties/discount_amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/components/schemas/Item/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.amount_allocations !== void 0) {
      let data24 = data.amount_allocations;
      if (Array.isArray(data24)) {
        const len1 = data24.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate34(data24[i1], { instancePath: instancePath + "/amount_allocations/" + i1, parentData: data24, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err39 = { instancePath: instancePath + "/amount_allocations", schemaPath: "#/properties/amount_allocations/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.processing !== void 0) {
      let data26 = data.processing;
      if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
        if (data26.order_id !== void 0) {
          if (typeof data26.order_id !== "string") {
            const err40 = { instancePath: instancePath + "/processing/order_id", schemaPath: "#/components/schemas/CaptureProcessing/properties/order_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data26.tax_amount !== void 0) {
          let data28 = data26.tax_amount;
          if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)))) {
            const err41 = { instancePath: instancePath + "/processing/tax_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/tax_amount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
          if (typeof data28 == "number") {
            if (data28 < 0 || isNaN(data28)) {
              const err42 = { instancePath: instancePath + "/processing/tax_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/tax_amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          }
        }
        if (data26.discount_amount !== void 0) {
          let data29 = data26.discount_amount;
          if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)))) {
            const err43 = { instancePath: instancePath + "/processing/discount_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/discount_amount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
          if (typeof data29 == "number") {
            if (data29 < 0 || isNaN(data29)) {
              const err44 = { instancePath: instancePath + "/processing/discount_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/discount_amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          }
        }
        if (data26.duty_amount !== void 0) {
          let data30 = data26.duty_amount;
          if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)))) {
            const err45 = { instancePath: instancePath + "/processing/duty_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/duty_amount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
          if (typeof data30 == "number") {
            if (data30 < 0 || isNaN(data30)) {
              const err46 = { instancePath: instancePath + "/processing/duty_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/duty_amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          }
        }
        if (data26.shipping_amount !== void 0) {
          let data31 = data26.shipping_amount;
          if (!(typeof data31 == "number" && (!(data31 % 1) && !isNaN(data31)))) {
            const err47 = { instancePath: instancePath + "/processing/shipping_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/shipping_amount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
          if (typeof data31 == "number") {
            if (data31 < 0 || isNaN(data31)) {
              const err48 = { instancePath: instancePath + "/processing/shipping_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/shipping_amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
          }
        }
        if (data26.shipping_tax_amount !== void 0) {
          let data32 = data26.shipping_tax_amount;
          if (!(typeof data32 == "number" && (!(data32 % 1) && !isNaN(data32)))) {
            const err49 = { instancePath: instancePath + "/processing/shipping_tax_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/shipping_tax_amount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
          if (typeof data32 == "number") {
            if (data32 < 0 || isNaN(data32)) {
              const err50 = { instancePath: instancePath + "/processing/shipping_tax_amount", schemaPath: "#/components/schemas/CaptureProcessing/properties/shipping_tax_amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          }
        }
      } else {
        const err51 = { instancePath: instancePath + "/processing", schemaPath: "#/components/schemas/CaptureProcessing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data33 = data.metadata;
      if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
      } else {
        const err52 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
  } else {
    const err53 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err53];
    } else {
      vErrors.push(err53);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": { "amount": true, "capture_type": true, "reference": true, "customer": true, "description": true, "billing_descriptor": true, "shipping": true, "items": true, "amount_allocations": true, "processing": true, "metadata": true }, "dynamicProps": false, "dynamicItems": false };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!validate31(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
    errors = vErrors.length;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "props": { "amount": true, "capture_type": true, "reference": true, "customer": true, "description": true, "billing_descriptor": true, "shipping": true, "items": true, "amount_allocations": true, "processing": true, "metadata": true }, "dynamicProps": false, "dynamicItems": false };
var refundPayment = validate37;
var pattern6 = new RegExp("^\\d+$", "u");
var pattern7 = new RegExp("^[0-9a-f]{64}$", "u");
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.site_identifier === void 0) {
      const err0 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "site_identifier" }, message: "must have required property 'site_identifier'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.timestamp === void 0) {
      const err1 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "timestamp" }, message: "must have required property 'timestamp'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err2 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.signature === void 0) {
      const err3 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "signature" }, message: "must have required property 'signature'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.pnm_payment_identifier === void 0) {
      const err4 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "pnm_payment_identifier" }, message: "must have required property 'pnm_payment_identifier'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.site_identifier !== void 0) {
      if (typeof data.site_identifier !== "string") {
        const err5 = { instancePath: instancePath + "/site_identifier", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/site_identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.timestamp !== void 0) {
      let data1 = data.timestamp;
      if (typeof data1 === "string") {
        if (!pattern6.test(data1)) {
          const err6 = { instancePath: instancePath + "/timestamp", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/timestamp/pattern", keyword: "pattern", params: { pattern: "^\\d+$" }, message: 'must match pattern "^\\d+$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/timestamp", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/timestamp/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (typeof data.version !== "string") {
        const err8 = { instancePath: instancePath + "/version", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.signature !== void 0) {
      let data3 = data.signature;
      if (typeof data3 === "string") {
        if (!pattern7.test(data3)) {
          const err9 = { instancePath: instancePath + "/signature", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/signature/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/signature", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.pnm_payment_identifier !== void 0) {
      if (typeof data.pnm_payment_identifier !== "string") {
        const err11 = { instancePath: instancePath + "/pnm_payment_identifier", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/pnm_payment_identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.refund_amount !== void 0) {
      let data5 = data.refund_amount;
      if (typeof data5 == "number") {
        if (data5 < 0 || isNaN(data5)) {
          const err12 = { instancePath: instancePath + "/refund_amount", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/refund_amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/refund_amount", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/refund_amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.refund_currency !== void 0) {
      let data6 = data.refund_currency;
      if (typeof data6 === "string") {
        if (func1(data6) > 3) {
          const err14 = { instancePath: instancePath + "/refund_currency", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/refund_currency/maxLength", keyword: "maxLength", params: { limit: 3 }, message: "must NOT have more than 3 characters" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (func1(data6) < 3) {
          const err15 = { instancePath: instancePath + "/refund_currency", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/refund_currency/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (!pattern4.test(data6)) {
          const err16 = { instancePath: instancePath + "/refund_currency", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/refund_currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, message: 'must match pattern "^[A-Z]{3}$"' };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/refund_currency", schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/properties/refund_currency/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1refunds/post/requestBody/content/application~1json/schema/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": { "site_identifier": true, "timestamp": true, "version": true, "signature": true, "pnm_payment_identifier": true, "refund_amount": true, "refund_currency": true }, "dynamicProps": false, "dynamicItems": false };
var reversePayment = validate38;
var schema60 = { "type": "object", "description": "A signed request to reverse a payment.", "required": ["site_identifier", "timestamp", "version", "signature", "pnm_payment_identifier"], "properties": { "site_identifier": { "type": "string", "description": "Which of your sites makes the request." }, "timestamp": { "type": "string", "pattern": "^\\d+$", "examples": ["1771063200"], "description": "When the request is made, in seconds since the Unix epoch.", "x-inferred": { "pattern": "the page's text calls it Unix Epoch time", "description": "the page only says Unix Epoch time; PayNearMe, HMAC signatures, whose example is in seconds" } }, "version": { "type": "string", "description": "The version of the API. At PayNearMe it is that of your API keys, and `3.0` takes HMAC signatures.", "x-inferred": { "description": "PayNearMe, reverse_payment, version, for the keys; PayNearMe, HMAC signatures, for 3.0" } }, "signature": { "type": "string", "pattern": "^[0-9a-f]{64}$", "examples": ["6b7387b99f3a69bba7aff2fc0870ea9a6bddaa445c7590d7cc5602a2ce9fe109"], "x-inferred": { "pattern": "PayNearMe, HMAC signatures", "description": "PayNearMe, HMAC signatures" }, "description": "The signature of the other fields: their names and values, sorted by name and joined without\nseparators, as an HMAC-SHA256 in lower-case hex. The page only calls it an HMAC; the rest is\nPayNearMe's published scheme.\n" }, "pnm_payment_identifier": { "type": "string", "description": "The unique identifier that the payment facilitator created for this payment. No documented response\ncontains it: ask your provider where you get it.\n", "x-inferred": { "description": "the page has it in no response; advice of this project" } }, "agent_identifier": { "type": "string", "description": "Who on your side cancels the payment, by name or id." }, "void_if_not_settled": { "type": "string", "enum": ["true", "false"], "x-inferred": { "enum": "PayNearMe, reverse_payment, void_if_not_settled" }, "description": "Send the text `true` to cancel a payment that is not settled yet altogether. A text, not a boolean.\n" }, "refund_amount": { "type": "number", "x-amount": "undocumented", "minimum": 0, "x-inferred": { "minimum": "a refund cannot be negative", "description": "the page states no unit of it; the page states the unit once, for the amount of a payment request; PayNearMe, refunding-payments, refund_amount of /reverse_payment, a decimal that settled payments need" }, "description": "How much to refund. Send it only to refund a part; leave it out to refund everything. PayNearMe, whose\nfield it is, requires it for every settled payment: ask your provider.\n\n**The unit is not documented**: minor units, as everywhere else in this API, or major units, as at the\nprocessor that the field comes from. A wrong guess is off by a factor of a hundred.\n" }, "refund_currency": { "type": "string", "minLength": 3, "maxLength": 3, "pattern": "^[A-Z]{3}$", "examples": ["USD"], "description": "The currency of the refund, such as USD, as a three-letter ISO 4217 code.", "x-inferred": { "minLength": "the page states it for every other currency", "maxLength": "the page states it for every other currency", "pattern": "ISO 4217 codes are capital letters", "description": "the page states it for every other currency" } } } };
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.site_identifier === void 0) {
      const err0 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "site_identifier" }, message: "must have required property 'site_identifier'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.timestamp === void 0) {
      const err1 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "timestamp" }, message: "must have required property 'timestamp'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err2 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.signature === void 0) {
      const err3 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "signature" }, message: "must have required property 'signature'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.pnm_payment_identifier === void 0) {
      const err4 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/required", keyword: "required", params: { missingProperty: "pnm_payment_identifier" }, message: "must have required property 'pnm_payment_identifier'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.site_identifier !== void 0) {
      if (typeof data.site_identifier !== "string") {
        const err5 = { instancePath: instancePath + "/site_identifier", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/site_identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.timestamp !== void 0) {
      let data1 = data.timestamp;
      if (typeof data1 === "string") {
        if (!pattern6.test(data1)) {
          const err6 = { instancePath: instancePath + "/timestamp", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/timestamp/pattern", keyword: "pattern", params: { pattern: "^\\d+$" }, message: 'must match pattern "^\\d+$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/timestamp", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/timestamp/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (typeof data.version !== "string") {
        const err8 = { instancePath: instancePath + "/version", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.signature !== void 0) {
      let data3 = data.signature;
      if (typeof data3 === "string") {
        if (!pattern7.test(data3)) {
          const err9 = { instancePath: instancePath + "/signature", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/signature/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/signature", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.pnm_payment_identifier !== void 0) {
      if (typeof data.pnm_payment_identifier !== "string") {
        const err11 = { instancePath: instancePath + "/pnm_payment_identifier", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/pnm_payment_identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.agent_identifier !== void 0) {
      if (typeof data.agent_identifier !== "string") {
        const err12 = { instancePath: instancePath + "/agent_identifier", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/agent_identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.void_if_not_settled !== void 0) {
      let data6 = data.void_if_not_settled;
      if (typeof data6 !== "string") {
        const err13 = { instancePath: instancePath + "/void_if_not_settled", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/void_if_not_settled/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data6 === "true" || data6 === "false")) {
        const err14 = { instancePath: instancePath + "/void_if_not_settled", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/void_if_not_settled/enum", keyword: "enum", params: { allowedValues: schema60.properties.void_if_not_settled.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.refund_amount !== void 0) {
      let data7 = data.refund_amount;
      if (typeof data7 == "number") {
        if (data7 < 0 || isNaN(data7)) {
          const err15 = { instancePath: instancePath + "/refund_amount", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/refund_amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/refund_amount", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/refund_amount/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.refund_currency !== void 0) {
      let data8 = data.refund_currency;
      if (typeof data8 === "string") {
        if (func1(data8) > 3) {
          const err17 = { instancePath: instancePath + "/refund_currency", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/refund_currency/maxLength", keyword: "maxLength", params: { limit: 3 }, message: "must NOT have more than 3 characters" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func1(data8) < 3) {
          const err18 = { instancePath: instancePath + "/refund_currency", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/refund_currency/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (!pattern4.test(data8)) {
          const err19 = { instancePath: instancePath + "/refund_currency", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/refund_currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, message: 'must match pattern "^[A-Z]{3}$"' };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/refund_currency", schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/properties/refund_currency/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1reversals/post/requestBody/content/application~1json/schema/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "props": { "site_identifier": true, "timestamp": true, "version": true, "signature": true, "pnm_payment_identifier": true, "agent_identifier": true, "void_if_not_settled": true, "refund_amount": true, "refund_currency": true }, "dynamicProps": false, "dynamicItems": false };
var voidPayment = validate39;
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reference !== void 0) {
      let data0 = data.reference;
      if (typeof data0 === "string") {
        if (func1(data0) > 80) {
          const err0 = { instancePath: instancePath + "/reference", schemaPath: "description#/paths/~1payments~1{id}~1voids/post/requestBody/content/application~1json/schema/properties/reference/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/reference", schemaPath: "description#/paths/~1payments~1{id}~1voids/post/requestBody/content/application~1json/schema/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data1 = data.metadata;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
      } else {
        const err2 = { instancePath: instancePath + "/metadata", schemaPath: "description#/paths/~1payments~1{id}~1voids/post/requestBody/content/application~1json/schema/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "description#/paths/~1payments~1{id}~1voids/post/requestBody/content/application~1json/schema/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "props": { "reference": true, "metadata": true }, "dynamicProps": false, "dynamicItems": false };

// schemas:query
var query_exports = {};
__export(query_exports, {
  getPaymentsList: () => getPaymentsList
});
var getPaymentsList = validate202;
function validate202(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate202.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.limit === void 0) {
      data.limit = 10;
    }
    if (data.skip === void 0) {
      data.skip = 0;
    }
    if (data.reference === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reference" }, message: "must have required property 'reference'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.reference !== void 0) {
      let data0 = data.reference;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            const err1 = { instancePath: instancePath + "/reference", schemaPath: "#/properties/reference/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["reference"] = coerced0;
          }
        }
      }
    }
    let data1 = data.limit;
    if (!(typeof data1 == "number")) {
      let dataType1 = typeof data1;
      let coerced1 = void 0;
      if (!(coerced1 !== void 0)) {
        if (dataType1 == "boolean" || data1 === null || dataType1 == "string" && data1 && data1 == +data1) {
          coerced1 = +data1;
        } else {
          const err2 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "number" }, message: "must be number" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
      if (coerced1 !== void 0) {
        data1 = coerced1;
        if (data !== void 0) {
          data["limit"] = coerced1;
        }
      }
    }
    if (typeof data1 == "number") {
      if (data1 > 100 || isNaN(data1)) {
        const err3 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err4 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    let data2 = data.skip;
    if (!(typeof data2 == "number")) {
      let dataType2 = typeof data2;
      let coerced2 = void 0;
      if (!(coerced2 !== void 0)) {
        if (dataType2 == "boolean" || data2 === null || dataType2 == "string" && data2 && data2 == +data2) {
          coerced2 = +data2;
        } else {
          const err5 = { instancePath: instancePath + "/skip", schemaPath: "#/properties/skip/type", keyword: "type", params: { type: "number" }, message: "must be number" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (coerced2 !== void 0) {
        data2 = coerced2;
        if (data !== void 0) {
          data["skip"] = coerced2;
        }
      }
    }
    if (typeof data2 == "number") {
      if (data2 < 0 || isNaN(data2)) {
        const err6 = { instancePath: instancePath + "/skip", schemaPath: "#/properties/skip/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate202.errors = vErrors;
  return errors === 0;
}
validate202.evaluated = { "props": { "reference": true, "limit": true, "skip": true }, "dynamicProps": false, "dynamicItems": false };

// <stdin>
var bodyValidators = { ...body_exports };
var queryValidators = { ...query_exports };
export {
  bodyValidators,
  queryValidators
};
