// Generated from openapi/ by `npm run generate`. Do not edit.

var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

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

// schemas:rules
var rule0 = validate20;
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
    if (data.access_token === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "access_token" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.token_type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "token_type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.expires_in === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires_in" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule1 = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule2 = validate22;
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
  if (!(typeof data == "number")) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule3 = validate23;
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
    if (data.error === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "error" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule4 = validate24;
var schema35 = { "type": "string", "enum": ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope"] };
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
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "invalid_request" || data === "invalid_client" || data === "invalid_grant" || data === "unauthorized_client" || data === "unsupported_grant_type" || data === "invalid_scope")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema35.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule5 = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.data === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "data" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule6 = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule7 = validate27;
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
  if (!Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule8 = validate28;
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
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.requested_on === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requested_on" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.currency === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.approved === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved" } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data._links === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "_links" } };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule9 = validate29;
var pattern4 = new RegExp("^(pay)_(\\w{26})$", "u");
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
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(pay)_(\\w{26})$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule10 = validate30;
var formats0 = require_formats().fullFormats["date-time"];
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
  if (typeof data === "string") {
    if (!formats0.validate(data)) {
      const err0 = { instancePath, schemaPath: "#/format", keyword: "format", params: { format: "date-time" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule11 = validate31;
var func1 = require_ucs2length().default;
var pattern5 = new RegExp("^[A-Z]{3}$", "u");
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
  if (typeof data === "string") {
    if (func1(data) > 3) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 3 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func1(data) < 3) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 3 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (!pattern5.test(data)) {
      const err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule12 = validate32;
var schema43 = { "type": "string", "enum": ["Pending", "Authorized", "Card Verified", "Voided", "Partially Captured", "Captured", "Partially Refunded", "Refunded", "Declined", "Canceled", "Expired", "Paid", "Retry Scheduled"] };
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
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "Pending" || data === "Authorized" || data === "Card Verified" || data === "Voided" || data === "Partially Captured" || data === "Captured" || data === "Partially Refunded" || data === "Refunded" || data === "Declined" || data === "Canceled" || data === "Expired" || data === "Paid" || data === "Retry Scheduled")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema43.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule13 = validate33;
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "boolean") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "boolean" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule14 = validate34;
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
    if (Object.keys(data).length < 2) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 2 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule15 = validate35;
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule16 = validate36;
var formats2 = require_formats().fullFormats.uri;
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!formats2(data)) {
      const err0 = { instancePath, schemaPath: "#/format", keyword: "format", params: { format: "uri" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
validate36.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule17 = validate37;
var schema48 = { "type": ["integer", "string"] };
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
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data))) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema48.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule18 = validate38;
var pattern6 = new RegExp("^\\d{4}$", "u");
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
  if (typeof data === "string") {
    if (!pattern6.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\d{4}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule19 = validate39;
var pattern7 = new RegExp("^\\d{6,8}$", "u");
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
  if (typeof data === "string") {
    if (!pattern7.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\d{6,8}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule20 = validate40;
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func1(data) > 2) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 2 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func1(data) < 2) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 2 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
validate40.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule21 = validate41;
var schema52 = { "type": ["integer", "null"] };
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data))) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema52.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
validate41.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule22 = validate42;
var schema53 = { "type": "string", "enum": ["Regular", "Recurring", "MOTO", "Installment", "PayLater", "Unscheduled"] };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "Regular" || data === "Recurring" || data === "MOTO" || data === "Installment" || data === "PayLater" || data === "Unscheduled")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema53.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
validate42.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule23 = validate43;
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "null" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule24 = validate44;
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number") {
    if (data < 0 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  validate44.errors = vErrors;
  return errors === 0;
}
validate44.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule25 = validate45;
var schema56 = { "type": ["string", "null"] };
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate45.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema56.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate45.errors = vErrors;
  return errors === 0;
}
validate45.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule26 = validate46;
var schema57 = { "type": ["object", "null"] };
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate46.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema57.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
validate46.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule27 = validate47;
var formats4 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate47.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!formats4.test(data)) {
      const err0 = { instancePath, schemaPath: "#/format", keyword: "format", params: { format: "email" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate47.errors = vErrors;
  return errors === 0;
}
validate47.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule28 = validate48;
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func1(data) > 25) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 25 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate48.errors = vErrors;
  return errors === 0;
}
validate48.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule29 = validate49;
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate49.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func1(data) > 13) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 13 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}
validate49.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule30 = validate50;
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate50.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func1(data) > 50) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 50 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
validate50.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule31 = validate51;
var schema62 = { "type": ["array", "null"] };
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate51.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!Array.isArray(data) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema62.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}
validate51.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule32 = validate52;
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule33 = validate53;
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data == "number") {
    if (data < 0 || isNaN(data)) {
      const err0 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    let res0;
    if (res0 = data / 1, res0 !== parseInt(res0)) {
      const err1 = { instancePath, schemaPath: "#/multipleOf", keyword: "multipleOf", params: { multipleOf: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule34 = validate54;
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data == "number") {
    if (data > 100 || isNaN(data)) {
      const err0 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
validate54.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule35 = validate55;
var pattern8 = new RegExp("^act_\\w{26}$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern8.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^act_\\w{26}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule36 = validate56;
var schema67 = { "type": "string", "enum": ["fpan", "dpan"] };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "fpan" || data === "dpan")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema67.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule37 = validate57;
var schema68 = { "type": ["boolean", "null"] };
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate57.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "boolean" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema68.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
validate57.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule38 = validate58;
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate58.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.requested_on === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requested_on" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.source === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.destination === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "destination" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.currency === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.approved === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved" } };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data._links === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "_links" } };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule39 = validate59;
var schema70 = { "type": "string", "enum": ["Pending", "Paid", "Declined", "Returned"] };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "Pending" || data === "Paid" || data === "Declined" || data === "Returned")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema70.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule40 = validate60;
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate60.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  validate60.errors = vErrors;
  return errors === 0;
}
validate60.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule41 = validate61;
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate61.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.requested_on === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requested_on" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.processed_on === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "processed_on" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.source === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.destination === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "destination" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.currency === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" } };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.links === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "links" } };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}
validate61.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule42 = validate62;
var schema73 = { "type": ["string", "null"], "format": "date-time" };
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate62.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema73.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!formats0.validate(data)) {
      const err1 = { instancePath, schemaPath: "#/format", keyword: "format", params: { format: "date-time" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  validate62.errors = vErrors;
  return errors === 0;
}
validate62.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule43 = validate63;
var schema74 = { "type": "string", "enum": ["pending", "approved", "declined"] };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "pending" || data === "approved" || data === "declined")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema74.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule44 = validate64;
var schema75 = { "type": ["string", "null"], "maxLength": 50 };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema75.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func1(data) > 50) {
      const err1 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 50 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  validate64.errors = vErrors;
  return errors === 0;
}
validate64.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule45 = validate65;
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.request_id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "request_id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.error_type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "error_type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.error_codes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "error_codes" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate65.errors = vErrors;
  return errors === 0;
}
validate65.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule46 = validate66;
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule47 = validate67;
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate67.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}
validate67.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule48 = validate68;
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate68.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.requested_on === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requested_on" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.source === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.currency === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
validate68.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule49 = validate69;
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate69.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.requested_on === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requested_on" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.destination === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "destination" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.currency === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate69.errors = vErrors;
  return errors === 0;
}
validate69.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule50 = validate70;
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate70.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.response_code === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "response_code" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.processed_on === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "processed_on" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.approved === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved" } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate70.errors = vErrors;
  return errors === 0;
}
validate70.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule51 = validate71;
var schema82 = { "type": "string", "enum": ["Authorization", "Card Verification", "Void", "Capture", "Refund", "Payout", "Return"] };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate71.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "Authorization" || data === "Card Verification" || data === "Void" || data === "Capture" || data === "Refund" || data === "Payout" || data === "Return")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema82.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
validate71.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule52 = validate72;
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data == "number") {
    if (data < 0 || isNaN(data)) {
      const err0 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate72.errors = vErrors;
  return errors === 0;
}
validate72.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule53 = validate73;
var pattern9 = new RegExp("^\\d{5}$", "u");
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate73.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\d{5}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate73.errors = vErrors;
  return errors === 0;
}
validate73.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule54 = validate74;
var schema85 = { "type": "string", "enum": ["Final", "Estimated", "Incremental"] };
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate74.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "Final" || data === "Estimated" || data === "Incremental")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema85.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}
validate74.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule55 = validate75;
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate75.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.action_id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "action_id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.currency === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.approved === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.response_code === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "response_code" } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.processed_on === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "processed_on" } };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data._links === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "_links" } };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}
validate75.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule56 = validate76;
var schema87 = { "type": "string", "enum": ["Authorized", "Declined"] };
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate76.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "Authorized" || data === "Declined")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema87.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate76.errors = vErrors;
  return errors === 0;
}
validate76.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule57 = validate77;
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate77.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func1(data) > 80) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 80 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate77.errors = vErrors;
  return errors === 0;
}
validate77.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule58 = validate78;
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate78.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.action_id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "action_id" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.reference === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reference" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data._links === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "_links" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate78.errors = vErrors;
  return errors === 0;
}
validate78.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule59 = validate79;
function validate79(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate79.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 2) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 2 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate79.errors = vErrors;
  return errors === 0;
}
validate79.evaluated = { "dynamicProps": false, "dynamicItems": false };

// <stdin>
var reasons = ["the page names no host", "path and method of the API that LDDPay mirrors (Checkout.com); the page states neither", "path and methods of the API that LDDPay mirrors (Checkout.com); the page states neither", "RFC 6749, section 5.2", "the official SDKs of the API that LDDPay mirrors", "the page does not say which fields there are", "no share is negative", "an amount in the minor unit is an integer", "the page states it for the identifier in the path", "the page's text calls it a three-letter code", "ISO 4217 codes are capital letters", "as in the actions of a payment, where the page lists the fields", "the list response of the API that LDDPay mirrors; the page documents no body", "an error without a code would say nothing", "the page lists three fields and requires none of them", "without its id nothing could be done with the payment", "the page's text names _links.next.href", "the page's text names _links.next.href; the envelope is that of the API that LDDPay mirrors", "identifiers of the API that LDDPay mirrors", "no action has a negative amount", "the codes of the API that LDDPay mirrors", "the page states it for the request", "the page states it for the reference of a payment request", "the page states it for the references of requests", "the page's text calls it Unix Epoch time", "PayNearMe's published signing scheme", "a refund cannot be negative", "as every other currency on the page", "a boolean written as a string at PayNearMe, where the field comes from", "a page of payments as in the API that LDDPay mirrors; the page documents no body", "the error body of every other 422; the page documents none here", "the error body of the API that LDDPay mirrors; the page documents none here", "the page links no operation to another"];
var responseOperations = { "getToken": { "responses": { "200": { "body": { "ref": "TokenResponse" }, "headers": {} }, "400": { "body": { "ref": "TokenError" }, "headers": {} } }, "mark": 2 }, "getPaymentsList": { "responses": { "202": { "body": { "ref": "PaymentsPage" }, "headers": {}, "mark": 190 }, "401": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {}, "mark": 191 } }, "mark": 4 }, "requestPayment": { "responses": { "201": { "body": { "ref": "PaymentResult" }, "headers": {} }, "202": { "body": { "ref": "PaymentResult" }, "headers": {} }, "401": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "429": { "body": { "ref": "ErrorResponse" }, "headers": {}, "mark": 192 }, "502": { "headers": {} } }, "mark": 3 }, "searchPayments": { "responses": { "202": { "body": { "ref": "SearchResult" }, "headers": {} }, "400": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "401": { "headers": {} }, "403": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} } }, "mark": 5 }, "getPaymentDetails": { "responses": { "200": { "body": { "ref": "PaymentDetails" }, "headers": {} }, "401": { "headers": {} }, "404": { "headers": {} } }, "mark": 6 }, "getPaymentActions": { "responses": { "200": { "body": { "ref": "PaymentActions" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "404": { "headers": {} } }, "mark": 7 }, "incrementAuthorization": { "responses": { "201": { "body": { "ref": "IncrementResult" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 8 }, "cancelScheduledRetry": { "responses": { "202": { "body": { "ref": "AcceptedAction" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 9 }, "capturePayment": { "responses": { "202": { "body": { "ref": "AcceptedAction" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 10 }, "refundPayment": { "responses": { "202": { "body": { "ref": "AcceptedAction" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 11 }, "reversePayment": { "responses": { "202": { "body": { "ref": "AcceptedReversal" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "204": { "headers": {} }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 12 }, "voidPayment": { "responses": { "202": { "body": { "ref": "AcceptedAction" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 13 } };
var responseSchemas = { "TokenResponse": { "rules": rule0, "properties": { "access_token": { "rules": rule1 }, "token_type": { "rules": rule1 }, "expires_in": { "rules": rule2 } } }, "TokenError": { "rules": rule3, "properties": { "error": { "rules": rule4 }, "error_description": { "rules": rule1, "mark": 14 } } }, "PaymentsPage": { "rules": rule5, "properties": { "total_count": { "rules": rule6, "mark": 134 }, "skip": { "rules": rule6, "mark": 135 }, "limit": { "rules": rule6, "mark": 136 }, "data": { "rules": rule7, "items": { "ref": "PaymentDetails" }, "mark": 137 } }, "mark": 133 }, "PaymentDetails": { "anyOf": [{ "ref": "Payment" }, { "ref": "Payout" }, { "ref": "ProcessedPayout" }] }, "Payment": { "rules": rule8, "properties": { "id": { "rules": rule9, "marks": { "pattern": 119 } }, "requested_on": { "rules": rule10 }, "amount": { "rules": rule6 }, "currency": { "rules": rule11, "marks": { "minLength": 120, "maxLength": 121, "pattern": 122 } }, "status": { "ref": "PaymentStatus" }, "approved": { "rules": rule13 }, "_links": { "rules": rule14, "ref": "PaymentLinks" }, "source": { "ref": "PaymentSource" }, "destination": { "rules": rule15 }, "amount_requested": { "rules": rule21 }, "payment_type": { "anyOf": [{ "ref": "PaymentType" }, { "rules": rule23 }] }, "payment_plan": { "anyOf": [{ "ref": "PaymentPlan" }, { "rules": rule23 }] }, "reference": { "rules": rule25 }, "description": { "rules": rule25 }, "expires_on": { "rules": rule25 }, "balances": { "anyOf": [{ "ref": "Balances" }, { "rules": rule23 }] }, "3ds": { "anyOf": [{ "ref": "ThreeDSecure" }, { "rules": rule23 }] }, "authentication": { "rules": rule26 }, "risk": { "anyOf": [{ "ref": "Risk" }, { "rules": rule23 }] }, "customer": { "anyOf": [{ "ref": "Customer" }, { "rules": rule23 }] }, "billing_descriptor": { "anyOf": [{ "ref": "BillingDescriptor" }, { "rules": rule23 }] }, "shipping": { "anyOf": [{ "ref": "Shipping" }, { "rules": rule23 }] }, "payment_ip": { "rules": rule25 }, "sender": { "rules": rule26 }, "amount_allocations": { "rules": rule31, "items": { "ref": "AmountAllocation", "marks": { "properties": 123, "required": 124 } } }, "recipient": { "rules": rule26 }, "processing": { "anyOf": [{ "ref": "Processing" }, { "rules": rule23 }] }, "items": { "rules": rule31, "items": { "rules": rule15 } }, "metadata": { "rules": rule26 }, "eci": { "rules": rule25 }, "scheme_id": { "rules": rule25 }, "actions": { "rules": rule31, "items": { "ref": "ActionSummary" } }, "retry": { "anyOf": [{ "ref": "Retry" }, { "rules": rule23 }] }, "pan_type_processed": { "anyOf": [{ "ref": "PanType" }, { "rules": rule23 }] }, "cko_network_token_available": { "rules": rule37 }, "instruction": { "anyOf": [{ "ref": "Instruction" }, { "rules": rule23 }] } } }, "PaymentStatus": { "rules": rule12 }, "PaymentLinks": { "rules": rule15, "properties": { "self": { "ref": "Link", "mark": 17 }, "actions": { "ref": "Link", "mark": 18 }, "authorize": { "ref": "Link", "mark": 19 }, "void": { "ref": "Link", "mark": 20 }, "capture": { "ref": "Link", "mark": 21 }, "refund": { "ref": "Link", "mark": 22 }, "redirect": { "ref": "Link", "mark": 23 } } }, "Link": { "rules": rule15, "properties": { "href": { "rules": rule16, "mark": 16 } }, "mark": 15 }, "PaymentSource": { "rules": rule15, "properties": { "id": { "rules": rule1, "mark": 24 }, "type": { "rules": rule1, "mark": 25 }, "expiry_month": { "rules": rule17, "mark": 26 }, "expiry_year": { "rules": rule17, "mark": 27 }, "name": { "rules": rule1, "mark": 28 }, "scheme": { "rules": rule1, "mark": 29 }, "last4": { "rules": rule18, "mark": 30 }, "fingerprint": { "rules": rule1, "mark": 31 }, "bin": { "rules": rule19, "mark": 32 }, "card_type": { "rules": rule1, "mark": 33 }, "card_category": { "rules": rule1, "mark": 34 }, "issuer": { "rules": rule1, "mark": 35 }, "issuer_country": { "rules": rule20, "mark": 36 }, "product_id": { "rules": rule1, "mark": 37 }, "product_type": { "rules": rule1, "mark": 38 }, "avs_check": { "rules": rule1, "mark": 39 }, "cvv_check": { "rules": rule1, "mark": 40 }, "payment_account_reference": { "rules": rule1, "mark": 41 } } }, "PaymentType": { "rules": rule22 }, "PaymentPlan": { "rules": rule15, "properties": { "amount_variability": { "rules": rule1, "mark": 42 }, "financing": { "rules": rule13, "mark": 43 }, "amount": { "rules": rule2, "mark": 44 }, "days_between_payments": { "rules": rule24, "mark": 45 }, "total_number_of_payments": { "rules": rule24, "mark": 46 }, "current_payment_number": { "rules": rule24, "mark": 47 }, "expiry": { "rules": rule1, "mark": 48 } } }, "Balances": { "rules": rule15, "properties": { "total_authorized": { "rules": rule24, "mark": 49 }, "total_voided": { "rules": rule24, "mark": 50 }, "available_to_void": { "rules": rule24, "mark": 51 }, "total_captured": { "rules": rule24, "mark": 52 }, "available_to_capture": { "rules": rule24, "mark": 53 }, "total_refunded": { "rules": rule24, "mark": 54 }, "available_to_refund": { "rules": rule24, "mark": 55 } } }, "ThreeDSecure": { "rules": rule15, "properties": { "downgraded": { "rules": rule13, "mark": 56 }, "enrolled": { "rules": rule1, "mark": 57 }, "upgrade_reason": { "rules": rule1, "mark": 58 }, "signature_valid": { "rules": rule1, "mark": 59 }, "authentication_response": { "rules": rule1, "mark": 60 }, "cryptogram": { "rules": rule1, "mark": 61 }, "xid": { "rules": rule1, "mark": 62 }, "version": { "rules": rule1, "mark": 63 }, "exemption": { "rules": rule1, "mark": 64 }, "exemption_applied": { "rules": rule1, "mark": 65 }, "challenged": { "rules": rule13, "mark": 66 }, "eci": { "rules": rule1, "mark": 67 } } }, "Risk": { "rules": rule15, "properties": { "flagged": { "rules": rule13, "mark": 68 }, "score": { "rules": rule2, "mark": 69 } } }, "Customer": { "rules": rule15, "properties": { "id": { "rules": rule1, "mark": 70 }, "email": { "rules": rule27, "mark": 71 }, "name": { "rules": rule1, "mark": 72 } }, "marks": { "additionalProperties": 73 } }, "BillingDescriptor": { "rules": rule15, "properties": { "name": { "rules": rule28, "mark": 74 }, "city": { "rules": rule29, "mark": 75 }, "reference": { "rules": rule30, "mark": 76 } }, "marks": { "additionalProperties": 77 } }, "Shipping": { "rules": rule15, "properties": { "first_name": { "rules": rule1, "mark": 88 }, "last_name": { "rules": rule1, "mark": 89 }, "email": { "rules": rule27, "mark": 90 }, "address": { "ref": "Address", "mark": 91 }, "phone": { "ref": "Phone", "mark": 92 } }, "marks": { "additionalProperties": 93 } }, "Address": { "rules": rule15, "properties": { "address_line1": { "rules": rule1, "mark": 79 }, "address_line2": { "rules": rule1, "mark": 80 }, "city": { "rules": rule1, "mark": 81 }, "state": { "rules": rule1, "mark": 82 }, "zip": { "rules": rule1, "mark": 83 }, "country": { "rules": rule20, "mark": 84 } }, "mark": 78 }, "Phone": { "rules": rule15, "properties": { "country_code": { "rules": rule1, "mark": 86 }, "number": { "rules": rule1, "mark": 87 } }, "mark": 85 }, "AmountAllocation": { "rules": rule32, "properties": { "id": { "rules": rule1 }, "amount": { "rules": rule33, "marks": { "minimum": 96, "multipleOf": 97 } }, "reference": { "rules": rule1 }, "commission": { "ref": "Commission" } } }, "Commission": { "rules": rule15, "properties": { "amount": { "rules": rule33, "mark": 94 }, "percentage": { "rules": rule34, "mark": 95 } } }, "Processing": { "rules": rule15, "properties": { "retrieval_reference_number": { "rules": rule1, "mark": 98 }, "acquirer_transaction_id": { "rules": rule1, "mark": 99 }, "acquirer_reference_number": { "rules": rule1, "mark": 100 }, "recommendation_code": { "rules": rule1, "mark": 101 }, "scheme": { "rules": rule1, "mark": 102 } }, "marks": { "additionalProperties": 103 } }, "ActionSummary": { "rules": rule15, "properties": { "id": { "rules": rule35, "mark": 104 }, "type": { "rules": rule1, "mark": 105 }, "response_code": { "rules": rule1, "mark": 106 }, "response_summary": { "rules": rule1, "mark": 107 } } }, "Retry": { "rules": rule15, "properties": { "enabled": { "rules": rule13, "mark": 108 }, "max_attempts": { "rules": rule24, "mark": 109 }, "attempts_made": { "rules": rule24, "mark": 110 }, "ends_on": { "rules": rule1, "mark": 111 }, "next_attempt_on": { "rules": rule1, "mark": 112 } } }, "PanType": { "rules": rule36 }, "Instruction": { "rules": rule15, "properties": { "value_date": { "rules": rule1, "mark": 113 }, "purpose": { "rules": rule1, "mark": 114 }, "charge_bearer": { "rules": rule1, "mark": 115 }, "repair": { "rules": rule13, "mark": 116 }, "scheme": { "rules": rule1, "mark": 117 }, "quote_id": { "rules": rule1, "mark": 118 } } }, "Payout": { "rules": rule38, "properties": { "id": { "rules": rule9, "marks": { "pattern": 125 } }, "requested_on": { "rules": rule10 }, "source": { "rules": rule15 }, "destination": { "rules": rule15 }, "amount": { "rules": rule6 }, "currency": { "rules": rule11, "marks": { "minLength": 126, "maxLength": 127, "pattern": 128 } }, "reference": { "rules": rule25 }, "billing_descriptor": { "anyOf": [{ "ref": "BillingDescriptor" }, { "rules": rule23 }] }, "status": { "rules": rule39 }, "approved": { "rules": rule13 }, "sender": { "rules": rule26 }, "instruction": { "anyOf": [{ "ref": "Instruction" }, { "rules": rule23 }] }, "_links": { "rules": rule40, "ref": "PaymentLinks" } } }, "ProcessedPayout": { "rules": rule41, "properties": { "id": { "rules": rule9, "marks": { "pattern": 129 } }, "requested_on": { "rules": rule10 }, "processed_on": { "rules": rule42 }, "source": { "rules": rule15 }, "destination": { "rules": rule15 }, "amount": { "rules": rule6 }, "currency": { "rules": rule11, "marks": { "minLength": 130, "maxLength": 131, "pattern": 132 } }, "status": { "rules": rule43 }, "links": { "ref": "PaymentLinks" }, "reference": { "rules": rule44 }, "billing_descriptor": { "anyOf": [{ "ref": "BillingDescriptor" }, { "rules": rule23 }] }, "sender": { "rules": rule26 }, "scheme_id": { "rules": rule25 }, "instruction": { "anyOf": [{ "ref": "Instruction" }, { "rules": rule23 }] }, "metadata": { "rules": rule26 } } }, "ErrorResponse": { "rules": rule45, "properties": { "request_id": { "rules": rule1 }, "error_type": { "rules": rule1 }, "error_codes": { "rules": rule46, "items": { "rules": rule1 }, "marks": { "minItems": 138 } } } }, "PaymentResult": { "rules": rule47, "properties": { "id": { "rules": rule1 }, "status": { "rules": rule1 }, "approved": { "rules": rule13 }, "_links": { "ref": "PaymentLinks", "mark": 143 } }, "marks": { "additionalProperties": 141, "required": 142 } }, "SearchResult": { "anyOf": [{ "ref": "SearchPage" }, { "rules": rule7, "items": { "ref": "SearchItem" } }] }, "SearchPage": { "rules": rule5, "properties": { "data": { "rules": rule7, "items": { "ref": "SearchItem" }, "mark": 155 }, "_links": { "ref": "PageLinks", "mark": 156 } }, "mark": 154 }, "SearchItem": { "anyOf": [{ "ref": "SearchedPayment" }, { "ref": "SearchedPayout" }, { "ref": "SearchedPayoutWithMetadata" }] }, "SearchedPayment": { "rules": rule48, "properties": { "id": { "rules": rule9, "marks": { "pattern": 144 } }, "requested_on": { "rules": rule1 }, "source": { "ref": "PaymentSource" }, "amount": { "rules": rule2 }, "amount_requested": { "rules": rule2 }, "currency": { "rules": rule11, "marks": { "minLength": 145, "maxLength": 146, "pattern": 147 } }, "payment_type": { "rules": rule1 }, "processing_channel_id": { "rules": rule1 }, "reference": { "rules": rule1 }, "status": { "rules": rule1 }, "balances": { "ref": "Balances" }, "3ds": { "ref": "ThreeDSecure" }, "risk": { "ref": "Risk" }, "customer": { "ref": "Customer" }, "billing_descriptor": { "ref": "BillingDescriptor" }, "metadata": { "rules": rule15 }, "actions": { "rules": rule7, "items": { "ref": "ActionSummary" } } } }, "SearchedPayout": { "rules": rule49, "properties": { "id": { "rules": rule9, "marks": { "pattern": 148 } }, "requested_on": { "rules": rule1 }, "destination": { "rules": rule15 }, "amount": { "rules": rule2 }, "currency": { "rules": rule11, "marks": { "minLength": 149, "maxLength": 150, "pattern": 151 } }, "reference": { "rules": rule1 }, "billing_descriptor": { "ref": "BillingDescriptor" }, "status": { "rules": rule1 }, "processing_channel_id": { "rules": rule1 }, "sender": { "rules": rule15 }, "actions": { "rules": rule7, "items": { "ref": "ActionSummary" } } } }, "SearchedPayoutWithMetadata": { "rules": rule15, "allOf": [{ "ref": "SearchedPayout" }], "properties": { "metadata": { "rules": rule15 } } }, "PageLinks": { "rules": rule15, "properties": { "next": { "ref": "Link", "mark": 153 } }, "mark": 152 }, "PaymentActions": { "rules": rule7, "items": { "ref": "PaymentAction" } }, "PaymentAction": { "rules": rule50, "properties": { "id": { "rules": rule35, "marks": { "pattern": 157 } }, "type": { "ref": "ActionType" }, "amount": { "rules": rule52, "marks": { "minimum": 158 } }, "response_code": { "rules": rule53, "marks": { "pattern": 159 } }, "processed_on": { "rules": rule10 }, "approved": { "rules": rule13 }, "auth_code": { "rules": rule1 }, "response_summary": { "rules": rule1 }, "authorization_type": { "rules": rule54 }, "reference": { "rules": rule1 }, "amount_allocations": { "rules": rule7, "items": { "ref": "AmountAllocation" } }, "processing": { "ref": "Processing" }, "items": { "rules": rule7, "items": { "rules": rule15 } }, "metadata": { "rules": rule15 } } }, "ActionType": { "rules": rule51 }, "IncrementResult": { "rules": rule55, "properties": { "action_id": { "rules": rule35, "marks": { "pattern": 161 } }, "amount": { "rules": rule33, "marks": { "minimum": 162, "multipleOf": 163 } }, "currency": { "rules": rule11, "marks": { "pattern": 164 } }, "approved": { "rules": rule13 }, "status": { "rules": rule56 }, "response_code": { "rules": rule53, "marks": { "pattern": 165 } }, "processed_on": { "rules": rule10 }, "_links": { "ref": "PaymentLinks" }, "auth_code": { "rules": rule1 }, "response_summary": { "rules": rule1 }, "expires_on": { "rules": rule1 }, "balances": { "ref": "Balances" }, "reference": { "rules": rule57, "marks": { "maxLength": 166 } }, "processing": { "ref": "Processing" }, "eci": { "rules": rule1 }, "scheme_id": { "rules": rule1 } } }, "AcceptedAction": { "rules": rule58, "properties": { "action_id": { "rules": rule35, "marks": { "pattern": 169 } }, "reference": { "rules": rule57, "marks": { "maxLength": 170 } }, "_links": { "ref": "ActionLinks" } } }, "ActionLinks": { "rules": rule59, "properties": { "self": { "ref": "Link", "mark": 167 }, "payment": { "ref": "Link", "mark": 168 } } }, "AcceptedReversal": { "rules": rule58, "properties": { "action_id": { "rules": rule35, "marks": { "pattern": 187 } }, "reference": { "rules": rule57, "marks": { "maxLength": 188 } }, "_links": { "rules": rule15, "properties": { "payment": { "ref": "Link", "mark": 189 } } } } } };
var inferredElements = [{ "pointer": "/servers/0", "group": "servers", "name": "the host", "reason": 0 }, { "pointer": "/servers/1", "group": "servers", "name": "the host", "reason": 0 }, { "pointer": "/paths/~1connect~1token/post", "group": "paths", "name": "POST /connect/token", "reason": 1 }, { "pointer": "/paths/~1payments/post", "group": "paths", "name": "POST /payments", "reason": 2 }, { "pointer": "/paths/~1payments/get", "group": "paths", "name": "GET /payments", "reason": 2 }, { "pointer": "/paths/~1payments~1search/post", "group": "paths", "name": "POST /payments/search", "reason": 1 }, { "pointer": "/paths/~1payments~1{id}/get", "group": "paths", "name": "GET /payments/{id}", "reason": 1 }, { "pointer": "/paths/~1payments~1{id}~1actions/get", "group": "paths", "name": "GET /payments/{id}/actions", "reason": 1 }, { "pointer": "/paths/~1payments~1{id}~1authorizations/post", "group": "paths", "name": "POST /payments/{id}/authorizations", "reason": 1 }, { "pointer": "/paths/~1payments~1{id}~1cancellations/post", "group": "paths", "name": "POST /payments/{id}/cancellations", "reason": 1 }, { "pointer": "/paths/~1payments~1{id}~1captures/post", "group": "paths", "name": "POST /payments/{id}/captures", "reason": 1 }, { "pointer": "/paths/~1payments~1{id}~1refunds/post", "group": "paths", "name": "POST /payments/{id}/refunds", "reason": 1 }, { "pointer": "/paths/~1payments~1{id}~1reversals/post", "group": "paths", "name": "POST /payments/{id}/reversals", "reason": 1 }, { "pointer": "/paths/~1payments~1{id}~1voids/post", "group": "paths", "name": "POST /payments/{id}/voids", "reason": 1 }, { "pointer": "/components/schemas/TokenError/properties/error_description", "group": "TokenError", "name": "error_description", "reason": 3 }, { "pointer": "/components/schemas/Link", "group": "Link", "name": "as a whole", "reason": 4 }, { "pointer": "/components/schemas/Link/properties/href", "group": "Link", "name": "href", "reason": 4 }, { "pointer": "/components/schemas/PaymentLinks/properties/self", "group": "PaymentLinks", "name": "self", "reason": 4 }, { "pointer": "/components/schemas/PaymentLinks/properties/actions", "group": "PaymentLinks", "name": "actions", "reason": 4 }, { "pointer": "/components/schemas/PaymentLinks/properties/authorize", "group": "PaymentLinks", "name": "authorize", "reason": 4 }, { "pointer": "/components/schemas/PaymentLinks/properties/void", "group": "PaymentLinks", "name": "void", "reason": 4 }, { "pointer": "/components/schemas/PaymentLinks/properties/capture", "group": "PaymentLinks", "name": "capture", "reason": 4 }, { "pointer": "/components/schemas/PaymentLinks/properties/refund", "group": "PaymentLinks", "name": "refund", "reason": 4 }, { "pointer": "/components/schemas/PaymentLinks/properties/redirect", "group": "PaymentLinks", "name": "redirect", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/id", "group": "PaymentSource", "name": "id", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/type", "group": "PaymentSource", "name": "type", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/expiry_month", "group": "PaymentSource", "name": "expiry_month", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/expiry_year", "group": "PaymentSource", "name": "expiry_year", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/name", "group": "PaymentSource", "name": "name", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/scheme", "group": "PaymentSource", "name": "scheme", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/last4", "group": "PaymentSource", "name": "last4", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/fingerprint", "group": "PaymentSource", "name": "fingerprint", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/bin", "group": "PaymentSource", "name": "bin", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/card_type", "group": "PaymentSource", "name": "card_type", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/card_category", "group": "PaymentSource", "name": "card_category", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/issuer", "group": "PaymentSource", "name": "issuer", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/issuer_country", "group": "PaymentSource", "name": "issuer_country", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/product_id", "group": "PaymentSource", "name": "product_id", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/product_type", "group": "PaymentSource", "name": "product_type", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/avs_check", "group": "PaymentSource", "name": "avs_check", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/cvv_check", "group": "PaymentSource", "name": "cvv_check", "reason": 4 }, { "pointer": "/components/schemas/PaymentSource/properties/payment_account_reference", "group": "PaymentSource", "name": "payment_account_reference", "reason": 4 }, { "pointer": "/components/schemas/PaymentPlan/properties/amount_variability", "group": "PaymentPlan", "name": "amount_variability", "reason": 4 }, { "pointer": "/components/schemas/PaymentPlan/properties/financing", "group": "PaymentPlan", "name": "financing", "reason": 4 }, { "pointer": "/components/schemas/PaymentPlan/properties/amount", "group": "PaymentPlan", "name": "amount", "reason": 4 }, { "pointer": "/components/schemas/PaymentPlan/properties/days_between_payments", "group": "PaymentPlan", "name": "days_between_payments", "reason": 4 }, { "pointer": "/components/schemas/PaymentPlan/properties/total_number_of_payments", "group": "PaymentPlan", "name": "total_number_of_payments", "reason": 4 }, { "pointer": "/components/schemas/PaymentPlan/properties/current_payment_number", "group": "PaymentPlan", "name": "current_payment_number", "reason": 4 }, { "pointer": "/components/schemas/PaymentPlan/properties/expiry", "group": "PaymentPlan", "name": "expiry", "reason": 4 }, { "pointer": "/components/schemas/Balances/properties/total_authorized", "group": "Balances", "name": "total_authorized", "reason": 4 }, { "pointer": "/components/schemas/Balances/properties/total_voided", "group": "Balances", "name": "total_voided", "reason": 4 }, { "pointer": "/components/schemas/Balances/properties/available_to_void", "group": "Balances", "name": "available_to_void", "reason": 4 }, { "pointer": "/components/schemas/Balances/properties/total_captured", "group": "Balances", "name": "total_captured", "reason": 4 }, { "pointer": "/components/schemas/Balances/properties/available_to_capture", "group": "Balances", "name": "available_to_capture", "reason": 4 }, { "pointer": "/components/schemas/Balances/properties/total_refunded", "group": "Balances", "name": "total_refunded", "reason": 4 }, { "pointer": "/components/schemas/Balances/properties/available_to_refund", "group": "Balances", "name": "available_to_refund", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/downgraded", "group": "ThreeDSecure", "name": "downgraded", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/enrolled", "group": "ThreeDSecure", "name": "enrolled", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/upgrade_reason", "group": "ThreeDSecure", "name": "upgrade_reason", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/signature_valid", "group": "ThreeDSecure", "name": "signature_valid", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/authentication_response", "group": "ThreeDSecure", "name": "authentication_response", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/cryptogram", "group": "ThreeDSecure", "name": "cryptogram", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/xid", "group": "ThreeDSecure", "name": "xid", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/version", "group": "ThreeDSecure", "name": "version", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/exemption", "group": "ThreeDSecure", "name": "exemption", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/exemption_applied", "group": "ThreeDSecure", "name": "exemption_applied", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/challenged", "group": "ThreeDSecure", "name": "challenged", "reason": 4 }, { "pointer": "/components/schemas/ThreeDSecure/properties/eci", "group": "ThreeDSecure", "name": "eci", "reason": 4 }, { "pointer": "/components/schemas/Risk/properties/flagged", "group": "Risk", "name": "flagged", "reason": 4 }, { "pointer": "/components/schemas/Risk/properties/score", "group": "Risk", "name": "score", "reason": 4 }, { "pointer": "/components/schemas/Customer/properties/id", "group": "Customer", "name": "id", "reason": 4 }, { "pointer": "/components/schemas/Customer/properties/email", "group": "Customer", "name": "email", "reason": 4 }, { "pointer": "/components/schemas/Customer/properties/name", "group": "Customer", "name": "name", "reason": 4 }, { "pointer": "/components/schemas/Customer", "keyword": "additionalProperties", "group": "Customer", "name": "additionalProperties", "reason": 5 }, { "pointer": "/components/schemas/BillingDescriptor/properties/name", "group": "BillingDescriptor", "name": "name", "reason": 4 }, { "pointer": "/components/schemas/BillingDescriptor/properties/city", "group": "BillingDescriptor", "name": "city", "reason": 4 }, { "pointer": "/components/schemas/BillingDescriptor/properties/reference", "group": "BillingDescriptor", "name": "reference", "reason": 4 }, { "pointer": "/components/schemas/BillingDescriptor", "keyword": "additionalProperties", "group": "BillingDescriptor", "name": "additionalProperties", "reason": 5 }, { "pointer": "/components/schemas/Address", "group": "Address", "name": "as a whole", "reason": 4 }, { "pointer": "/components/schemas/Address/properties/address_line1", "group": "Address", "name": "address_line1", "reason": 4 }, { "pointer": "/components/schemas/Address/properties/address_line2", "group": "Address", "name": "address_line2", "reason": 4 }, { "pointer": "/components/schemas/Address/properties/city", "group": "Address", "name": "city", "reason": 4 }, { "pointer": "/components/schemas/Address/properties/state", "group": "Address", "name": "state", "reason": 4 }, { "pointer": "/components/schemas/Address/properties/zip", "group": "Address", "name": "zip", "reason": 4 }, { "pointer": "/components/schemas/Address/properties/country", "group": "Address", "name": "country", "reason": 4 }, { "pointer": "/components/schemas/Phone", "group": "Phone", "name": "as a whole", "reason": 4 }, { "pointer": "/components/schemas/Phone/properties/country_code", "group": "Phone", "name": "country_code", "reason": 4 }, { "pointer": "/components/schemas/Phone/properties/number", "group": "Phone", "name": "number", "reason": 4 }, { "pointer": "/components/schemas/Shipping/properties/first_name", "group": "Shipping", "name": "first_name", "reason": 4 }, { "pointer": "/components/schemas/Shipping/properties/last_name", "group": "Shipping", "name": "last_name", "reason": 4 }, { "pointer": "/components/schemas/Shipping/properties/email", "group": "Shipping", "name": "email", "reason": 4 }, { "pointer": "/components/schemas/Shipping/properties/address", "group": "Shipping", "name": "address", "reason": 4 }, { "pointer": "/components/schemas/Shipping/properties/phone", "group": "Shipping", "name": "phone", "reason": 4 }, { "pointer": "/components/schemas/Shipping", "keyword": "additionalProperties", "group": "Shipping", "name": "additionalProperties", "reason": 5 }, { "pointer": "/components/schemas/Commission/properties/amount", "group": "Commission", "name": "amount", "reason": 4 }, { "pointer": "/components/schemas/Commission/properties/percentage", "group": "Commission", "name": "percentage", "reason": 4 }, { "pointer": "/components/schemas/AmountAllocation/properties/amount", "keyword": "minimum", "group": "AmountAllocation", "name": "amount minimum", "reason": 6 }, { "pointer": "/components/schemas/AmountAllocation/properties/amount", "keyword": "multipleOf", "group": "AmountAllocation", "name": "amount multipleOf", "reason": 7 }, { "pointer": "/components/schemas/Processing/properties/retrieval_reference_number", "group": "Processing", "name": "retrieval_reference_number", "reason": 4 }, { "pointer": "/components/schemas/Processing/properties/acquirer_transaction_id", "group": "Processing", "name": "acquirer_transaction_id", "reason": 4 }, { "pointer": "/components/schemas/Processing/properties/acquirer_reference_number", "group": "Processing", "name": "acquirer_reference_number", "reason": 4 }, { "pointer": "/components/schemas/Processing/properties/recommendation_code", "group": "Processing", "name": "recommendation_code", "reason": 4 }, { "pointer": "/components/schemas/Processing/properties/scheme", "group": "Processing", "name": "scheme", "reason": 4 }, { "pointer": "/components/schemas/Processing", "keyword": "additionalProperties", "group": "Processing", "name": "additionalProperties", "reason": 5 }, { "pointer": "/components/schemas/ActionSummary/properties/id", "group": "ActionSummary", "name": "id", "reason": 4 }, { "pointer": "/components/schemas/ActionSummary/properties/type", "group": "ActionSummary", "name": "type", "reason": 4 }, { "pointer": "/components/schemas/ActionSummary/properties/response_code", "group": "ActionSummary", "name": "response_code", "reason": 4 }, { "pointer": "/components/schemas/ActionSummary/properties/response_summary", "group": "ActionSummary", "name": "response_summary", "reason": 4 }, { "pointer": "/components/schemas/Retry/properties/enabled", "group": "Retry", "name": "enabled", "reason": 4 }, { "pointer": "/components/schemas/Retry/properties/max_attempts", "group": "Retry", "name": "max_attempts", "reason": 4 }, { "pointer": "/components/schemas/Retry/properties/attempts_made", "group": "Retry", "name": "attempts_made", "reason": 4 }, { "pointer": "/components/schemas/Retry/properties/ends_on", "group": "Retry", "name": "ends_on", "reason": 4 }, { "pointer": "/components/schemas/Retry/properties/next_attempt_on", "group": "Retry", "name": "next_attempt_on", "reason": 4 }, { "pointer": "/components/schemas/Instruction/properties/value_date", "group": "Instruction", "name": "value_date", "reason": 4 }, { "pointer": "/components/schemas/Instruction/properties/purpose", "group": "Instruction", "name": "purpose", "reason": 4 }, { "pointer": "/components/schemas/Instruction/properties/charge_bearer", "group": "Instruction", "name": "charge_bearer", "reason": 4 }, { "pointer": "/components/schemas/Instruction/properties/repair", "group": "Instruction", "name": "repair", "reason": 4 }, { "pointer": "/components/schemas/Instruction/properties/scheme", "group": "Instruction", "name": "scheme", "reason": 4 }, { "pointer": "/components/schemas/Instruction/properties/quote_id", "group": "Instruction", "name": "quote_id", "reason": 4 }, { "pointer": "/components/schemas/Payment/properties/id", "keyword": "pattern", "group": "Payment", "name": "id pattern", "reason": 8 }, { "pointer": "/components/schemas/Payment/properties/currency", "keyword": "minLength", "group": "Payment", "name": "currency minLength", "reason": 9 }, { "pointer": "/components/schemas/Payment/properties/currency", "keyword": "maxLength", "group": "Payment", "name": "currency maxLength", "reason": 9 }, { "pointer": "/components/schemas/Payment/properties/currency", "keyword": "pattern", "group": "Payment", "name": "currency pattern", "reason": 10 }, { "pointer": "/components/schemas/Payment/properties/amount_allocations/items", "keyword": "properties", "group": "Payment", "name": "amount_allocations.* properties", "reason": 11 }, { "pointer": "/components/schemas/Payment/properties/amount_allocations/items", "keyword": "required", "group": "Payment", "name": "amount_allocations.* required", "reason": 11 }, { "pointer": "/components/schemas/Payout/properties/id", "keyword": "pattern", "group": "Payout", "name": "id pattern", "reason": 8 }, { "pointer": "/components/schemas/Payout/properties/currency", "keyword": "minLength", "group": "Payout", "name": "currency minLength", "reason": 9 }, { "pointer": "/components/schemas/Payout/properties/currency", "keyword": "maxLength", "group": "Payout", "name": "currency maxLength", "reason": 9 }, { "pointer": "/components/schemas/Payout/properties/currency", "keyword": "pattern", "group": "Payout", "name": "currency pattern", "reason": 10 }, { "pointer": "/components/schemas/ProcessedPayout/properties/id", "keyword": "pattern", "group": "ProcessedPayout", "name": "id pattern", "reason": 8 }, { "pointer": "/components/schemas/ProcessedPayout/properties/currency", "keyword": "minLength", "group": "ProcessedPayout", "name": "currency minLength", "reason": 9 }, { "pointer": "/components/schemas/ProcessedPayout/properties/currency", "keyword": "maxLength", "group": "ProcessedPayout", "name": "currency maxLength", "reason": 9 }, { "pointer": "/components/schemas/ProcessedPayout/properties/currency", "keyword": "pattern", "group": "ProcessedPayout", "name": "currency pattern", "reason": 10 }, { "pointer": "/components/schemas/PaymentsPage", "group": "PaymentsPage", "name": "as a whole", "reason": 12 }, { "pointer": "/components/schemas/PaymentsPage/properties/total_count", "group": "PaymentsPage", "name": "total_count", "reason": 12 }, { "pointer": "/components/schemas/PaymentsPage/properties/skip", "group": "PaymentsPage", "name": "skip", "reason": 12 }, { "pointer": "/components/schemas/PaymentsPage/properties/limit", "group": "PaymentsPage", "name": "limit", "reason": 12 }, { "pointer": "/components/schemas/PaymentsPage/properties/data", "group": "PaymentsPage", "name": "data", "reason": 12 }, { "pointer": "/components/schemas/ErrorResponse/properties/error_codes", "keyword": "minItems", "group": "ErrorResponse", "name": "error_codes minItems", "reason": 13 }, { "pointer": "/components/schemas/PaymentRequest/properties/currency", "keyword": "pattern", "group": "PaymentRequest", "name": "currency pattern", "reason": 10 }, { "pointer": "/components/schemas/PaymentRequest/properties/amount", "keyword": "multipleOf", "group": "PaymentRequest", "name": "amount multipleOf", "reason": 7 }, { "pointer": "/components/schemas/PaymentResult", "keyword": "additionalProperties", "group": "PaymentResult", "name": "additionalProperties", "reason": 14 }, { "pointer": "/components/schemas/PaymentResult", "keyword": "required", "group": "PaymentResult", "name": "required", "reason": 15 }, { "pointer": "/components/schemas/PaymentResult/properties/_links", "group": "PaymentResult", "name": "_links", "reason": 4 }, { "pointer": "/components/schemas/SearchedPayment/properties/id", "keyword": "pattern", "group": "SearchedPayment", "name": "id pattern", "reason": 8 }, { "pointer": "/components/schemas/SearchedPayment/properties/currency", "keyword": "minLength", "group": "SearchedPayment", "name": "currency minLength", "reason": 9 }, { "pointer": "/components/schemas/SearchedPayment/properties/currency", "keyword": "maxLength", "group": "SearchedPayment", "name": "currency maxLength", "reason": 9 }, { "pointer": "/components/schemas/SearchedPayment/properties/currency", "keyword": "pattern", "group": "SearchedPayment", "name": "currency pattern", "reason": 10 }, { "pointer": "/components/schemas/SearchedPayout/properties/id", "keyword": "pattern", "group": "SearchedPayout", "name": "id pattern", "reason": 8 }, { "pointer": "/components/schemas/SearchedPayout/properties/currency", "keyword": "minLength", "group": "SearchedPayout", "name": "currency minLength", "reason": 9 }, { "pointer": "/components/schemas/SearchedPayout/properties/currency", "keyword": "maxLength", "group": "SearchedPayout", "name": "currency maxLength", "reason": 9 }, { "pointer": "/components/schemas/SearchedPayout/properties/currency", "keyword": "pattern", "group": "SearchedPayout", "name": "currency pattern", "reason": 10 }, { "pointer": "/components/schemas/PageLinks", "group": "PageLinks", "name": "as a whole", "reason": 16 }, { "pointer": "/components/schemas/PageLinks/properties/next", "group": "PageLinks", "name": "next", "reason": 16 }, { "pointer": "/components/schemas/SearchPage", "group": "SearchPage", "name": "as a whole", "reason": 17 }, { "pointer": "/components/schemas/SearchPage/properties/data", "group": "SearchPage", "name": "data", "reason": 17 }, { "pointer": "/components/schemas/SearchPage/properties/_links", "group": "SearchPage", "name": "_links", "reason": 17 }, { "pointer": "/components/schemas/PaymentAction/properties/id", "keyword": "pattern", "group": "PaymentAction", "name": "id pattern", "reason": 18 }, { "pointer": "/components/schemas/PaymentAction/properties/amount", "keyword": "minimum", "group": "PaymentAction", "name": "amount minimum", "reason": 19 }, { "pointer": "/components/schemas/PaymentAction/properties/response_code", "keyword": "pattern", "group": "PaymentAction", "name": "response_code pattern", "reason": 20 }, { "pointer": "/components/schemas/IncrementRequest/properties/amount", "keyword": "multipleOf", "group": "IncrementRequest", "name": "amount multipleOf", "reason": 7 }, { "pointer": "/components/schemas/IncrementResult/properties/action_id", "keyword": "pattern", "group": "IncrementResult", "name": "action_id pattern", "reason": 18 }, { "pointer": "/components/schemas/IncrementResult/properties/amount", "keyword": "minimum", "group": "IncrementResult", "name": "amount minimum", "reason": 21 }, { "pointer": "/components/schemas/IncrementResult/properties/amount", "keyword": "multipleOf", "group": "IncrementResult", "name": "amount multipleOf", "reason": 7 }, { "pointer": "/components/schemas/IncrementResult/properties/currency", "keyword": "pattern", "group": "IncrementResult", "name": "currency pattern", "reason": 10 }, { "pointer": "/components/schemas/IncrementResult/properties/response_code", "keyword": "pattern", "group": "IncrementResult", "name": "response_code pattern", "reason": 20 }, { "pointer": "/components/schemas/IncrementResult/properties/reference", "keyword": "maxLength", "group": "IncrementResult", "name": "reference maxLength", "reason": 22 }, { "pointer": "/components/schemas/ActionLinks/properties/self", "group": "ActionLinks", "name": "self", "reason": 4 }, { "pointer": "/components/schemas/ActionLinks/properties/payment", "group": "ActionLinks", "name": "payment", "reason": 4 }, { "pointer": "/components/schemas/AcceptedAction/properties/action_id", "keyword": "pattern", "group": "AcceptedAction", "name": "action_id pattern", "reason": 18 }, { "pointer": "/components/schemas/AcceptedAction/properties/reference", "keyword": "maxLength", "group": "AcceptedAction", "name": "reference maxLength", "reason": 23 }, { "pointer": "/components/schemas/CaptureRequest/properties/amount", "keyword": "multipleOf", "group": "CaptureRequest", "name": "amount multipleOf", "reason": 7 }, { "pointer": "/components/schemas/CaptureRequest/properties/amount_allocations/items", "keyword": "properties", "group": "CaptureRequest", "name": "amount_allocations.* properties", "reason": 11 }, { "pointer": "/components/schemas/CaptureRequest/properties/amount_allocations/items", "keyword": "required", "group": "CaptureRequest", "name": "amount_allocations.* required", "reason": 11 }, { "pointer": "/components/schemas/RefundRequest/properties/timestamp", "keyword": "pattern", "group": "RefundRequest", "name": "timestamp pattern", "reason": 24 }, { "pointer": "/components/schemas/RefundRequest/properties/signature", "keyword": "pattern", "group": "RefundRequest", "name": "signature pattern", "reason": 25 }, { "pointer": "/components/schemas/RefundRequest/properties/refund_amount", "keyword": "minimum", "group": "RefundRequest", "name": "refund_amount minimum", "reason": 26 }, { "pointer": "/components/schemas/RefundRequest/properties/refund_currency", "keyword": "minLength", "group": "RefundRequest", "name": "refund_currency minLength", "reason": 27 }, { "pointer": "/components/schemas/RefundRequest/properties/refund_currency", "keyword": "maxLength", "group": "RefundRequest", "name": "refund_currency maxLength", "reason": 27 }, { "pointer": "/components/schemas/RefundRequest/properties/refund_currency", "keyword": "pattern", "group": "RefundRequest", "name": "refund_currency pattern", "reason": 10 }, { "pointer": "/components/schemas/ReversalRequest/properties/timestamp", "keyword": "pattern", "group": "ReversalRequest", "name": "timestamp pattern", "reason": 24 }, { "pointer": "/components/schemas/ReversalRequest/properties/signature", "keyword": "pattern", "group": "ReversalRequest", "name": "signature pattern", "reason": 25 }, { "pointer": "/components/schemas/ReversalRequest/properties/void_if_not_settled", "keyword": "enum", "group": "ReversalRequest", "name": "void_if_not_settled enum", "reason": 28 }, { "pointer": "/components/schemas/ReversalRequest/properties/refund_amount", "keyword": "minimum", "group": "ReversalRequest", "name": "refund_amount minimum", "reason": 26 }, { "pointer": "/components/schemas/ReversalRequest/properties/refund_currency", "keyword": "minLength", "group": "ReversalRequest", "name": "refund_currency minLength", "reason": 27 }, { "pointer": "/components/schemas/ReversalRequest/properties/refund_currency", "keyword": "maxLength", "group": "ReversalRequest", "name": "refund_currency maxLength", "reason": 27 }, { "pointer": "/components/schemas/ReversalRequest/properties/refund_currency", "keyword": "pattern", "group": "ReversalRequest", "name": "refund_currency pattern", "reason": 10 }, { "pointer": "/components/schemas/AcceptedReversal/properties/action_id", "keyword": "pattern", "group": "AcceptedReversal", "name": "action_id pattern", "reason": 18 }, { "pointer": "/components/schemas/AcceptedReversal/properties/reference", "keyword": "maxLength", "group": "AcceptedReversal", "name": "reference maxLength", "reason": 23 }, { "pointer": "/components/schemas/AcceptedReversal/properties/_links/properties/payment", "group": "AcceptedReversal", "name": "_links.payment", "reason": 4 }, { "pointer": "/components/responses/PaymentsListed", "keyword": "content", "group": "PaymentsListed", "name": "content", "reason": 29 }, { "pointer": "/components/responses/InvalidPaging", "keyword": "content", "group": "InvalidPaging", "name": "content", "reason": 30 }, { "pointer": "/components/responses/TooManyRequests", "keyword": "content", "group": "TooManyRequests", "name": "content", "reason": 31 }, { "pointer": "/components/links/DetailsOfNewPayment", "group": "links", "name": "DetailsOfNewPayment", "reason": 32 }, { "pointer": "/components/links/CaptureNewPayment", "group": "links", "name": "CaptureNewPayment", "reason": 32 }, { "pointer": "/components/links/VoidNewPayment", "group": "links", "name": "VoidNewPayment", "reason": 32 }, { "pointer": "/components/links/ActionsOfPayment", "group": "links", "name": "ActionsOfPayment", "reason": 32 }, { "pointer": "/components/links/CapturePayment", "group": "links", "name": "CapturePayment", "reason": 32 }, { "pointer": "/components/links/RefundPayment", "group": "links", "name": "RefundPayment", "reason": 32 }, { "pointer": "/components/links/VoidPayment", "group": "links", "name": "VoidPayment", "reason": 32 }, { "pointer": "/components/links/DetailsOfPayment", "group": "links", "name": "DetailsOfPayment", "reason": 32 }].map((element) => ({ keyword: void 0, ...element, reason: reasons[element.reason] }));
export {
  inferredElements,
  responseOperations,
  responseSchemas
};
