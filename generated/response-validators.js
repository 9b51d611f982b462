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
    if (func1(data) > 200) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
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
  if (typeof data === "string") {
    if (func1(data) > 7) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 7 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func1(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
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
  validate41.errors = vErrors;
  return errors === 0;
}
validate41.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule22 = validate42;
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
    if (func1(data) < 6) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 6 } };
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
  validate42.errors = vErrors;
  return errors === 0;
}
validate42.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule23 = validate43;
var pattern6 = new RegExp("^\\d{4}$", "u");
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
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule24 = validate44;
var pattern7 = new RegExp("^\\d{6}(\\d{2})?$", "u");
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
  if (typeof data === "string") {
    if (!pattern7.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\d{6}(\\d{2})?$" } };
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
  validate44.errors = vErrors;
  return errors === 0;
}
validate44.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule25 = validate45;
var schema56 = { "type": ["integer", "null"] };
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
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data))) && data !== null) {
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
var schema57 = { "type": "string", "enum": ["Regular", "Recurring", "MOTO", "Installment", "PayLater", "Unscheduled"] };
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
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema57.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
validate46.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule27 = validate47;
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
  if (data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "null" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
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
  if (typeof data == "number") {
    if (data < 1 || isNaN(data)) {
      const err0 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
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
  validate49.errors = vErrors;
  return errors === 0;
}
validate49.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule30 = validate50;
var pattern8 = new RegExp("^\\d{8}$", "u");
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
    if (!pattern8.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\d{8}$" } };
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
var schema62 = { "type": ["string", "null"] };
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
  if (typeof data !== "string" && data !== null) {
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
var schema63 = { "type": ["object", "null"] };
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
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema63.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule33 = validate53;
var pattern9 = new RegExp("^(cus)_(\\w{26})$", "u");
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
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(cus)_(\\w{26})$" } };
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
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule34 = validate54;
var formats4 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
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
  validate54.errors = vErrors;
  return errors === 0;
}
validate54.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule35 = validate55;
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
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule36 = validate56;
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
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule37 = validate57;
var schema68 = { "type": ["array", "null"] };
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
  if (!Array.isArray(data) && data !== null) {
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
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule39 = validate59;
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
  validate60.errors = vErrors;
  return errors === 0;
}
validate60.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule41 = validate61;
var formats6 = require_formats().fullFormats.date;
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
  if (typeof data === "string") {
    if (!formats6.validate(data)) {
      const err0 = { instancePath, schemaPath: "#/format", keyword: "format", params: { format: "date" } };
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
  validate61.errors = vErrors;
  return errors === 0;
}
validate61.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule42 = validate62;
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
  if (typeof data === "string") {
    if (func1(data) > 34) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 34 } };
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
  validate62.errors = vErrors;
  return errors === 0;
}
validate62.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule43 = validate63;
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
  if (typeof data === "string") {
    if (func1(data) > 10) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 10 } };
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
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule44 = validate64;
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
  if (typeof data === "string") {
    if (func1(data) > 255) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 255 } };
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
  if (typeof data === "string") {
    if (func1(data) > 12) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 12 } };
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
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule47 = validate67;
var pattern10 = new RegExp("^act_\\w{26}$", "u");
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
  if (typeof data === "string") {
    if (!pattern10.test(data)) {
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
  validate67.errors = vErrors;
  return errors === 0;
}
validate67.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule48 = validate68;
var schema79 = { "type": "string", "enum": ["fpan", "dpan"] };
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
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema79.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
validate68.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule49 = validate69;
var schema80 = { "type": ["boolean", "null"] };
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
  if (typeof data !== "boolean" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema80.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate69.errors = vErrors;
  return errors === 0;
}
validate69.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule50 = validate70;
var pattern11 = new RegExp("^(qte)_[a-z2-7]{26}$", "u");
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
  if (typeof data === "string") {
    if (!pattern11.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(qte)_[a-z2-7]{26}$" } };
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
  validate70.errors = vErrors;
  return errors === 0;
}
validate70.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule51 = validate71;
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
  validate71.errors = vErrors;
  return errors === 0;
}
validate71.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule52 = validate72;
var schema83 = { "type": "string", "enum": ["Pending", "Paid", "Declined", "Returned"] };
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
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema83.enum } };
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
  validate73.errors = vErrors;
  return errors === 0;
}
validate73.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule54 = validate74;
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
  validate74.errors = vErrors;
  return errors === 0;
}
validate74.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule55 = validate75;
var schema86 = { "type": ["string", "null"], "format": "date-time" };
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
  if (typeof data !== "string" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema86.type } };
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
  validate75.errors = vErrors;
  return errors === 0;
}
validate75.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule56 = validate76;
var schema87 = { "type": "string", "enum": ["pending", "approved", "declined"] };
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
  if (!(data === "pending" || data === "approved" || data === "declined")) {
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
var schema88 = { "type": ["string", "null"], "maxLength": 50 };
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
  if (typeof data !== "string" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema88.type } };
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
  validate79.errors = vErrors;
  return errors === 0;
}
validate79.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule60 = validate80;
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate80.evaluated;
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
  validate80.errors = vErrors;
  return errors === 0;
}
validate80.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule61 = validate81;
var pattern12 = new RegExp("^\\d{3}[0-9A-Z]{2}$", "u");
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate81.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern12.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\d{3}[0-9A-Z]{2}$" } };
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
  validate81.errors = vErrors;
  return errors === 0;
}
validate81.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule62 = validate82;
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate82.evaluated;
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
  validate82.errors = vErrors;
  return errors === 0;
}
validate82.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule63 = validate83;
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate83.evaluated;
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
  validate83.errors = vErrors;
  return errors === 0;
}
validate83.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule64 = validate84;
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate84.evaluated;
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
  validate84.errors = vErrors;
  return errors === 0;
}
validate84.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule65 = validate85;
var schema96 = { "type": "string", "enum": ["Authorization", "Card Verification", "Void", "Capture", "Refund", "Payout", "Return"] };
function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate85.evaluated;
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
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema96.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate85.errors = vErrors;
  return errors === 0;
}
validate85.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule66 = validate86;
var schema97 = { "type": "string", "enum": ["Final", "Estimated", "Incremental"] };
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate86.evaluated;
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
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema97.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate86.errors = vErrors;
  return errors === 0;
}
validate86.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule67 = validate87;
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate87.evaluated;
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
  validate87.errors = vErrors;
  return errors === 0;
}
validate87.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule68 = validate88;
var schema99 = { "type": "string", "enum": ["Authorized", "Declined"] };
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate88.evaluated;
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
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema99.enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate88.errors = vErrors;
  return errors === 0;
}
validate88.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule69 = validate89;
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate89.evaluated;
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
  validate89.errors = vErrors;
  return errors === 0;
}
validate89.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule70 = validate90;
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate90.evaluated;
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
  validate90.errors = vErrors;
  return errors === 0;
}
validate90.evaluated = { "dynamicProps": false, "dynamicItems": false };
var rule71 = validate91;
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate91.evaluated;
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
  validate91.errors = vErrors;
  return errors === 0;
}
validate91.evaluated = { "dynamicProps": false, "dynamicItems": false };

// <stdin>
var reasons = ["the page names no host", "checkout-sdk-net src/CheckoutSdk/Environment.cs, connect/token; checkout-sdk-node src/Environment.js, oAuthAuthorizationApi", "checkout-api-reference paths/payments.yaml; checkout-sdk-node src/api/payments/payments.js, getPaymentList", "checkout-sdk-node src/api/payments/payments.js, search", "checkout-api-reference paths/payments@{id}.yaml", "checkout-api-reference paths/payments@{id}@actions.yaml", "checkout-api-reference paths/payments@{id}@authorizations.yaml", "checkout-sdk-node src/api/payments/payments.js, cancelScheduledRetry", "checkout-api-reference paths/payments@{id}@captures.yaml", "checkout-api-reference paths/payments@{id}@refunds.yaml", "checkout-sdk-node src/api/payments/payments.js, reverse", "checkout-api-reference paths/payments@{id}@voids.yaml", "RFC 6749, section 5.2", "checkout-api-reference Links/Link.yaml", "its text in the source says that it is a URL", "checkout-api-reference Payments/PaymentResponse.yaml, _links; checkout-api-reference Payments/PaymentAcceptedResponse.yaml, _links.redirect", "checkout-api-reference Address.yaml", "checkout-api-reference PhoneNumber.yaml", "checkout-api-reference Payments/ResponseSources/01_PaymentResponseCardSource.yaml", "checkout-sdk-java src/main/java/com/checkout/payments/response/source/CardResponseSource.java, expiryMonth, a string for when it is masked", "checkout-sdk-java src/main/java/com/checkout/payments/response/source/CardResponseSource.java, expiryYear, a string for when it is masked", "its name says that it has four digits", "ISO/IEC 7812-1, whose issuer numbers have six or eight digits; checkout-api-reference Payments/ResponseSources/01_PaymentResponseCardSource.yaml, bin, knows six", "checkout-sdk-net src/CheckoutSdk/Payments/PaymentPlan.cs", "no count is negative", "checkout-api-reference Payments/PaymentResponseBalances.yaml", "no balance is negative", "checkout-sdk-net src/CheckoutSdk/Payments/ThreeDsData.cs; checkout-sdk-node test/payments/searchPayment.js, 3ds.eci", "checkout-sdk-net src/CheckoutSdk/Payments/RiskAssessment.cs", "checkout-api-reference Payments/PaymentDetails.yaml, customer", "the page does not say which fields there are", "its name says that it is an email address", "checkout-api-reference Payments/BillingDescriptor.yaml", "checkout-sdk-net src/CheckoutSdk/Payments/ShippingDetails.cs", "checkout-api-reference Payments/PaymentDetailsResponseSender.yaml; checkout-api-reference Payments/ResponseSenders/01_PaymentResponseIndividualSender.yaml; checkout-api-reference Payments/ResponseSenders/02_PaymentResponseCorporateSender.yaml", "cko-payment-interfaces/checkout-api-reference Payments/MarketplaceData.yaml, sub_entities.commission", "an amount in the minor unit is an integer", "cko-payment-interfaces/checkout-api-reference Payments/MarketplaceData.yaml, sub_entities.amount", "cko-payment-interfaces/checkout-api-reference Payments/MarketplaceData.yaml, sub_entities.reference", "checkout-sdk-net src/CheckoutSdk/Payments/PaymentRecipient.cs", "checkout-api-reference Payments/PaymentRecipient.yaml, last_name", "checkout-api-reference Payments/PaymentRecipient.yaml, dob", "no source says so, where an IBAN has 34 characters at most (ISO 13616-1), while checkout-api-reference Payments/PaymentRecipient.yaml has 10", "checkout-api-reference Payments/PaymentRecipient.yaml, zip", "ISO 3166-1 codes have two letters", "checkout-sdk-net src/CheckoutSdk/Payments/Response/ProcessingData.cs", "checkout-sdk-net src/CheckoutSdk/Payments/Request/Product.cs", "checkout-api-reference Payments/PaymentActionSummary.yaml", "checkout-api-reference Payments/ActionId.yaml, pattern", "checkout-sdk-net src/CheckoutSdk/Payments/Response/PaymentRetryResponse.cs", "checkout-sdk-net src/CheckoutSdk/Payments/Response/PaymentRetryResponse.cs, EndsOn, a DateTime", "checkout-sdk-net src/CheckoutSdk/Payments/Response/PaymentRetryResponse.cs, NextAttemptOn, a DateTime", "checkout-api-reference Payments/PayoutDetails.yaml, instruction", "cko-payment-interfaces/checkout-api-reference Payments/PaymentInstructionResponse.yaml, value_date", "checkout-api-reference Payments/PaymentInstruction.yaml, quote_id", "the page states it for the identifier in the path", "the page's text calls it a three-letter code", "ISO 4217 codes are capital letters", "the page lists the fields in the actions of a payment", "checkout-sdk-java src/main/java/com/checkout/payments/response/GetPaymentResponse.java, processingChannelId", "checkout-sdk-net src/CheckoutSdk/Payments/Response/PaymentsQueryResponse.cs", "no source says so; an error without a code says nothing", "checkout-api-reference Payments/RequestSources/03_PaymentRequestCardSource.yaml, name", "checkout-api-reference Payments/RequestSources/03_PaymentRequestCardSource.yaml, billing_address", "checkout-api-reference Payments/RequestSources/03_PaymentRequestCardSource.yaml, phone", "checkout-api-reference Payments/ProcessingSettings.yaml, aft; cko-payment-interfaces/checkout-api-reference Payments/ProcessingSettings.yaml, preferred_scheme and merchant_initiated_reason", "checkout-sdk-net src/CheckoutSdk/Payments/Request/PaymentRequest.cs, ProcessingChannelId", "checkout-api-reference Payments/ProcessingSettings.yaml, aft", "the page lists three fields and requires none of them", "checkout-api-reference Payments/PaymentResponse.yaml, required; checkout-api-reference Payments/PaymentAcceptedResponse.yaml, required", "the page lists them for the details of a payment", "checkout-api-reference Payments/PaymentResponse.yaml, action_id", "checkout-api-reference Payments/PaymentResponse.yaml, response_code, whose example is 10000; no source that could be checked, for codes that end in letters", "checkout-api-reference Payments/PaymentResponse.yaml, response_summary", "checkout-api-reference Payments/PaymentResponse.yaml, processed_on", "the page states it for the same field of a payment", "the page names _links.next.href", "checkout-sdk-java src/main/java/com/checkout/payments/response/PaymentSearchResponse.java, data; the page names _links.next.href", "checkout-api-reference Payments/PaymentAction.yaml, processing", "no action has a negative amount", "checkout-api-reference Payments/PaymentAction.yaml, response_code, whose example is 10000; no source that could be checked, for codes that end in letters", "checkout-sdk-net src/CheckoutSdk/Payments/PaymentProcessing.cs", "the page states it for the request", "the page states it for the reference of a payment request", "the page asks for two links without their names", "checkout-api-reference Payments/VoidAcceptedResponse.yaml, _links, for payment; no source names a second link for every payment method; checkout-api-reference Payments/PaymentResponse.yaml, _links.actions, for actions", "the page states it for the references of captures, voids and cancellations in their requests; no source states it for refunds", "checkout-sdk-net src/CheckoutSdk/Payments/ProcessingSettings.cs; checkout-sdk-net test/CheckoutSdkTest/Payments/CapturePaymentsIntegrationTest.cs, Processing", "no part of an order is negative", "the page's text calls it Unix Epoch time", "PayNearMe, HMAC signatures", "a refund cannot be negative", "the page states it for every other currency", "PayNearMe, reverse_payment, void_if_not_settled", "checkout-api-reference Payments/VoidAcceptedResponse.yaml, _links; no source names the links of a reversal", "checkout-sdk-net src/CheckoutSdk/Payments/Response/PaymentsQueryResponse.cs; the page has no body for it", "the page has this body for every other 422, and none here; checkout-api-reference PagingError.yaml", "cko-payment-interfaces/checkout-api-reference paths/payments.yaml, response 429; the page has no body for it", "the page links no operation to another"];
var responseOperations = { "getToken": { "responses": { "200": { "body": { "ref": "TokenResponse" }, "headers": {} }, "400": { "body": { "ref": "TokenError" }, "headers": {} } }, "mark": 1 }, "getPaymentsList": { "responses": { "202": { "body": { "ref": "PaymentsPage" }, "headers": {}, "mark": 295 }, "401": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {}, "mark": 296 } }, "mark": 3 }, "requestPayment": { "responses": { "201": { "body": { "ref": "PaymentResult" }, "headers": {} }, "202": { "body": { "ref": "PaymentResult" }, "headers": {} }, "401": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "429": { "body": { "ref": "ErrorResponse" }, "headers": {}, "mark": 297 }, "502": { "headers": {} } }, "mark": 2 }, "searchPayments": { "responses": { "202": { "body": { "ref": "SearchResult" }, "headers": {} }, "400": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "401": { "headers": {} }, "403": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} } }, "mark": 4 }, "getPaymentDetails": { "responses": { "200": { "body": { "ref": "PaymentDetails" }, "headers": {} }, "401": { "headers": {} }, "404": { "headers": {} } }, "mark": 5 }, "getPaymentActions": { "responses": { "200": { "body": { "ref": "PaymentActions" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "404": { "headers": {} } }, "mark": 6 }, "incrementAuthorization": { "responses": { "201": { "body": { "ref": "IncrementResult" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 7 }, "cancelScheduledRetry": { "responses": { "202": { "body": { "ref": "AcceptedAction" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 8 }, "capturePayment": { "responses": { "202": { "body": { "ref": "AcceptedAction" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 9 }, "refundPayment": { "responses": { "202": { "body": { "ref": "AcceptedAction" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 10 }, "reversePayment": { "responses": { "202": { "body": { "ref": "AcceptedReversal" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "204": { "headers": {} }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 11 }, "voidPayment": { "responses": { "202": { "body": { "ref": "AcceptedAction" }, "headers": { "Cko-Request-Id": { "rules": rule1 }, "Cko-Version": { "rules": rule1 } } }, "401": { "headers": {} }, "403": { "headers": {} }, "404": { "headers": {} }, "422": { "body": { "ref": "ErrorResponse" }, "headers": {} }, "502": { "headers": {} } }, "mark": 12 } };
var responseSchemas = { "TokenResponse": { "rules": rule0, "properties": { "access_token": { "rules": rule1 }, "token_type": { "rules": rule1 }, "expires_in": { "rules": rule2 } } }, "TokenError": { "rules": rule3, "properties": { "error": { "rules": rule4 }, "error_description": { "rules": rule1, "mark": 13 } } }, "PaymentsPage": { "rules": rule5, "properties": { "total_count": { "rules": rule6, "mark": 197 }, "skip": { "rules": rule6, "mark": 198 }, "limit": { "rules": rule6, "mark": 199 }, "data": { "rules": rule7, "items": { "ref": "PaymentDetails" }, "mark": 200 } }, "mark": 196 }, "PaymentDetails": { "anyOf": [{ "ref": "Payment" }, { "ref": "Payout" }, { "ref": "ProcessedPayout" }] }, "Payment": { "rules": rule8, "properties": { "id": { "rules": rule9, "marks": { "pattern": 175 } }, "requested_on": { "rules": rule10 }, "amount": { "rules": rule6 }, "currency": { "rules": rule11, "marks": { "minLength": 176, "maxLength": 177, "pattern": 178 } }, "status": { "ref": "PaymentStatus" }, "approved": { "rules": rule13 }, "_links": { "rules": rule14, "ref": "PaymentLinks" }, "source": { "ref": "PaymentSource" }, "destination": { "rules": rule15, "marks": { "additionalProperties": 179 } }, "amount_requested": { "rules": rule25 }, "payment_type": { "anyOf": [{ "ref": "PaymentType" }, { "rules": rule27 }] }, "payment_plan": { "anyOf": [{ "ref": "PaymentPlan" }, { "rules": rule27 }] }, "reference": { "rules": rule31 }, "description": { "rules": rule31 }, "expires_on": { "rules": rule31 }, "balances": { "anyOf": [{ "ref": "Balances" }, { "rules": rule27 }] }, "3ds": { "anyOf": [{ "ref": "ThreeDSecure" }, { "rules": rule27 }] }, "authentication": { "rules": rule32, "marks": { "additionalProperties": 180 } }, "risk": { "anyOf": [{ "ref": "Risk" }, { "rules": rule27 }] }, "customer": { "anyOf": [{ "ref": "Customer" }, { "rules": rule27 }] }, "billing_descriptor": { "anyOf": [{ "ref": "BillingDescriptor" }, { "rules": rule27 }] }, "shipping": { "anyOf": [{ "ref": "Shipping" }, { "rules": rule27 }] }, "payment_ip": { "rules": rule31 }, "sender": { "anyOf": [{ "ref": "Sender" }, { "rules": rule27 }] }, "amount_allocations": { "rules": rule37, "items": { "ref": "AmountAllocation", "marks": { "properties": 181, "required": 182 } } }, "recipient": { "anyOf": [{ "ref": "Recipient" }, { "rules": rule27 }] }, "processing": { "anyOf": [{ "ref": "PaymentProcessing" }, { "rules": rule27 }] }, "items": { "rules": rule37, "items": { "ref": "Item" } }, "metadata": { "rules": rule32 }, "processing_channel_id": { "rules": rule1, "mark": 183 }, "eci": { "rules": rule31 }, "scheme_id": { "rules": rule31 }, "actions": { "rules": rule37, "items": { "ref": "ActionSummary" } }, "retry": { "anyOf": [{ "ref": "Retry" }, { "rules": rule27 }] }, "pan_type_processed": { "anyOf": [{ "ref": "PanType" }, { "rules": rule27 }] }, "cko_network_token_available": { "rules": rule49 }, "instruction": { "anyOf": [{ "ref": "Instruction" }, { "rules": rule27 }] } } }, "PaymentStatus": { "rules": rule12 }, "PaymentLinks": { "rules": rule15, "properties": { "self": { "ref": "Link", "mark": 17 }, "actions": { "ref": "Link", "mark": 18 }, "authorize": { "ref": "Link", "mark": 19 }, "void": { "ref": "Link", "mark": 20 }, "capture": { "ref": "Link", "mark": 21 }, "refund": { "ref": "Link", "mark": 22 }, "redirect": { "ref": "Link", "mark": 23 } } }, "Link": { "rules": rule15, "properties": { "href": { "rules": rule16, "mark": 15, "marks": { "format": 16 } } }, "mark": 14 }, "PaymentSource": { "rules": rule15, "properties": { "id": { "rules": rule1, "mark": 34 }, "type": { "rules": rule1, "mark": 35 }, "expiry_month": { "rules": rule17, "mark": 36, "marks": { "type": 54 } }, "expiry_year": { "rules": rule17, "mark": 37, "marks": { "type": 55 } }, "billing_address": { "ref": "Address", "mark": 38 }, "phone": { "ref": "Phone", "mark": 39 }, "name": { "rules": rule1, "mark": 40 }, "scheme": { "rules": rule1, "mark": 41 }, "last4": { "rules": rule23, "mark": 42, "marks": { "pattern": 56 } }, "fingerprint": { "rules": rule1, "mark": 43 }, "bin": { "rules": rule24, "mark": 44, "marks": { "pattern": 57 } }, "card_type": { "rules": rule1, "mark": 45 }, "card_category": { "rules": rule1, "mark": 46 }, "issuer": { "rules": rule1, "mark": 47 }, "issuer_country": { "rules": rule20, "mark": 48 }, "product_id": { "rules": rule1, "mark": 49 }, "product_type": { "rules": rule1, "mark": 50 }, "avs_check": { "rules": rule1, "mark": 51 }, "cvv_check": { "rules": rule1, "mark": 52 }, "payment_account_reference": { "rules": rule1, "mark": 53 } } }, "Address": { "rules": rule15, "properties": { "address_line1": { "rules": rule18, "mark": 25 }, "address_line2": { "rules": rule18, "mark": 26 }, "city": { "rules": rule19, "mark": 27 }, "state": { "rules": rule1, "mark": 28 }, "zip": { "rules": rule19, "mark": 29 }, "country": { "rules": rule20, "mark": 30 } }, "mark": 24 }, "Phone": { "rules": rule15, "properties": { "country_code": { "rules": rule21, "mark": 32 }, "number": { "rules": rule22, "mark": 33 } }, "mark": 31 }, "PaymentType": { "rules": rule26 }, "PaymentPlan": { "rules": rule15, "properties": { "amount_variability": { "rules": rule1, "mark": 58 }, "financing": { "rules": rule13, "mark": 59 }, "amount": { "rules": rule28, "mark": 60 }, "days_between_payments": { "rules": rule29, "mark": 61, "marks": { "minimum": 65 } }, "total_number_of_payments": { "rules": rule29, "mark": 62, "marks": { "minimum": 66 } }, "current_payment_number": { "rules": rule29, "mark": 63, "marks": { "minimum": 67 } }, "expiry": { "rules": rule30, "mark": 64 } } }, "Balances": { "rules": rule15, "properties": { "total_authorized": { "rules": rule29, "mark": 68, "marks": { "minimum": 75 } }, "total_voided": { "rules": rule29, "mark": 69, "marks": { "minimum": 76 } }, "available_to_void": { "rules": rule29, "mark": 70, "marks": { "minimum": 77 } }, "total_captured": { "rules": rule29, "mark": 71, "marks": { "minimum": 78 } }, "available_to_capture": { "rules": rule29, "mark": 72, "marks": { "minimum": 79 } }, "total_refunded": { "rules": rule29, "mark": 73, "marks": { "minimum": 80 } }, "available_to_refund": { "rules": rule29, "mark": 74, "marks": { "minimum": 81 } } } }, "ThreeDSecure": { "rules": rule15, "properties": { "downgraded": { "rules": rule13, "mark": 82 }, "enrolled": { "rules": rule1, "mark": 83 }, "upgrade_reason": { "rules": rule1, "mark": 84 }, "signature_valid": { "rules": rule1, "mark": 85 }, "authentication_response": { "rules": rule1, "mark": 86 }, "cryptogram": { "rules": rule1, "mark": 87 }, "xid": { "rules": rule1, "mark": 88 }, "version": { "rules": rule1, "mark": 89 }, "exemption": { "rules": rule1, "mark": 90 }, "exemption_applied": { "rules": rule1, "mark": 91 }, "challenged": { "rules": rule13, "mark": 92 }, "eci": { "rules": rule1, "mark": 93 } } }, "Risk": { "rules": rule15, "properties": { "flagged": { "rules": rule13, "mark": 94 }, "score": { "rules": rule2, "mark": 95 } } }, "Customer": { "rules": rule15, "properties": { "id": { "rules": rule33, "mark": 96 }, "email": { "rules": rule34, "mark": 97, "marks": { "format": 100 } }, "name": { "rules": rule1, "mark": 98 } }, "marks": { "additionalProperties": 99 } }, "BillingDescriptor": { "rules": rule15, "properties": { "name": { "rules": rule35, "mark": 101 }, "city": { "rules": rule36, "mark": 102 }, "reference": { "rules": rule19, "mark": 103 } }, "marks": { "additionalProperties": 104 } }, "Shipping": { "rules": rule15, "properties": { "first_name": { "rules": rule1, "mark": 105 }, "last_name": { "rules": rule1, "mark": 106 }, "email": { "rules": rule34, "mark": 107, "marks": { "format": 111 } }, "address": { "ref": "Address", "mark": 108 }, "phone": { "ref": "Phone", "mark": 109 } }, "marks": { "additionalProperties": 110 } }, "Sender": { "rules": rule15, "properties": { "type": { "rules": rule1, "mark": 112 }, "reference": { "rules": rule1, "mark": 113 }, "first_name": { "rules": rule1, "mark": 114 }, "last_name": { "rules": rule1, "mark": 115 }, "company_name": { "rules": rule1, "mark": 116 }, "address": { "ref": "Address", "mark": 117 } } }, "AmountAllocation": { "rules": rule38, "properties": { "id": { "rules": rule1 }, "amount": { "rules": rule39, "marks": { "minimum": 121, "multipleOf": 122 } }, "reference": { "rules": rule19, "marks": { "maxLength": 123 } }, "commission": { "ref": "Commission" } } }, "Commission": { "rules": rule15, "properties": { "amount": { "rules": rule39, "mark": 118, "marks": { "multipleOf": 120 } }, "percentage": { "rules": rule40, "mark": 119 } } }, "Recipient": { "rules": rule15, "properties": { "first_name": { "rules": rule1, "mark": 124 }, "last_name": { "rules": rule19, "mark": 125, "marks": { "maxLength": 131 } }, "dob": { "rules": rule41, "mark": 126, "marks": { "format": 132 } }, "account_number": { "rules": rule42, "mark": 127, "marks": { "maxLength": 133 } }, "zip": { "rules": rule43, "mark": 128, "marks": { "maxLength": 134 } }, "address": { "ref": "Address", "mark": 129 }, "country": { "rules": rule20, "mark": 130, "marks": { "minLength": 135, "maxLength": 136 } } } }, "PaymentProcessing": { "rules": rule15, "properties": { "scheme": { "rules": rule1, "mark": 137 }, "preferred_scheme": { "rules": rule1, "mark": 138 }, "retrieval_reference_number": { "rules": rule1, "mark": 139 }, "partner_payment_id": { "rules": rule1, "mark": 140 }, "scheme_transaction_link_id": { "rules": rule1, "mark": 141 } }, "marks": { "additionalProperties": 142 } }, "Item": { "rules": rule15, "properties": { "name": { "rules": rule44, "mark": 143 }, "quantity": { "rules": rule28, "mark": 144 }, "unit_price": { "rules": rule45, "mark": 145 }, "reference": { "rules": rule44, "mark": 146 }, "commodity_code": { "rules": rule46, "mark": 147 }, "unit_of_measure": { "rules": rule46, "mark": 148 }, "total_amount": { "rules": rule2, "mark": 149 }, "tax_amount": { "rules": rule2, "mark": 150 }, "discount_amount": { "rules": rule2, "mark": 151 } }, "marks": { "additionalProperties": 152 } }, "ActionSummary": { "rules": rule15, "properties": { "id": { "rules": rule47, "mark": 153, "marks": { "pattern": 157 } }, "type": { "rules": rule1, "mark": 154 }, "response_code": { "rules": rule1, "mark": 155 }, "response_summary": { "rules": rule1, "mark": 156 } } }, "Retry": { "rules": rule15, "properties": { "enabled": { "rules": rule13, "mark": 158 }, "max_attempts": { "rules": rule29, "mark": 159, "marks": { "minimum": 163 } }, "attempts_made": { "rules": rule29, "mark": 160, "marks": { "minimum": 164 } }, "ends_on": { "rules": rule10, "mark": 161, "marks": { "format": 165 } }, "next_attempt_on": { "rules": rule10, "mark": 162, "marks": { "format": 166 } } } }, "PanType": { "rules": rule48 }, "Instruction": { "rules": rule15, "properties": { "value_date": { "rules": rule10, "mark": 167, "marks": { "format": 173 } }, "purpose": { "rules": rule1, "mark": 168 }, "charge_bearer": { "rules": rule1, "mark": 169 }, "repair": { "rules": rule13, "mark": 170 }, "scheme": { "rules": rule1, "mark": 171 }, "quote_id": { "rules": rule50, "mark": 172, "marks": { "pattern": 174 } } } }, "Payout": { "rules": rule51, "properties": { "id": { "rules": rule9, "marks": { "pattern": 184 } }, "requested_on": { "rules": rule10 }, "source": { "rules": rule15, "marks": { "additionalProperties": 185 } }, "destination": { "rules": rule15, "marks": { "additionalProperties": 186 } }, "amount": { "rules": rule6 }, "currency": { "rules": rule11, "marks": { "minLength": 187, "maxLength": 188, "pattern": 189 } }, "reference": { "rules": rule31 }, "billing_descriptor": { "anyOf": [{ "ref": "BillingDescriptor" }, { "rules": rule27 }] }, "status": { "rules": rule52 }, "approved": { "rules": rule13 }, "sender": { "anyOf": [{ "ref": "Sender" }, { "rules": rule27 }] }, "instruction": { "anyOf": [{ "ref": "Instruction" }, { "rules": rule27 }] }, "_links": { "rules": rule53, "ref": "PaymentLinks" } } }, "ProcessedPayout": { "rules": rule54, "properties": { "id": { "rules": rule9, "marks": { "pattern": 190 } }, "requested_on": { "rules": rule10 }, "processed_on": { "rules": rule55 }, "source": { "rules": rule15, "marks": { "additionalProperties": 191 } }, "destination": { "rules": rule15, "marks": { "additionalProperties": 192 } }, "amount": { "rules": rule6 }, "currency": { "rules": rule11, "marks": { "minLength": 193, "maxLength": 194, "pattern": 195 } }, "status": { "rules": rule56 }, "links": { "ref": "PaymentLinks" }, "reference": { "rules": rule57 }, "billing_descriptor": { "anyOf": [{ "ref": "BillingDescriptor" }, { "rules": rule27 }] }, "sender": { "anyOf": [{ "ref": "Sender" }, { "rules": rule27 }] }, "scheme_id": { "rules": rule31 }, "instruction": { "anyOf": [{ "ref": "Instruction" }, { "rules": rule27 }] }, "metadata": { "rules": rule32 } } }, "ErrorResponse": { "rules": rule58, "properties": { "request_id": { "rules": rule1 }, "error_type": { "rules": rule1 }, "error_codes": { "rules": rule59, "items": { "rules": rule1 }, "marks": { "minItems": 201 } } } }, "PaymentResult": { "rules": rule60, "properties": { "id": { "rules": rule1 }, "status": { "ref": "PaymentStatus", "marks": { "enum": 215 } }, "approved": { "rules": rule13 }, "_links": { "ref": "PaymentLinks", "mark": 216 }, "action_id": { "rules": rule47, "mark": 217 }, "response_code": { "rules": rule61, "mark": 218 }, "response_summary": { "rules": rule1, "mark": 219 }, "processed_on": { "rules": rule10, "mark": 220 } }, "marks": { "additionalProperties": 213, "required": 214 } }, "SearchResult": { "anyOf": [{ "ref": "SearchPage" }, { "rules": rule7, "items": { "ref": "SearchItem" } }] }, "SearchPage": { "rules": rule5, "properties": { "data": { "rules": rule7, "items": { "ref": "SearchItem" }, "mark": 235 }, "_links": { "ref": "PageLinks", "mark": 236 } }, "mark": 234 }, "SearchItem": { "anyOf": [{ "ref": "SearchedPayment" }, { "ref": "SearchedPayoutWithMetadata" }, { "ref": "SearchedPayout" }] }, "SearchedPayment": { "rules": rule62, "properties": { "id": { "rules": rule9, "marks": { "pattern": 221 } }, "requested_on": { "rules": rule1 }, "source": { "ref": "PaymentSource" }, "amount": { "rules": rule2 }, "amount_requested": { "rules": rule2 }, "currency": { "rules": rule11, "marks": { "minLength": 222, "maxLength": 223, "pattern": 224 } }, "payment_type": { "rules": rule1 }, "processing_channel_id": { "rules": rule1 }, "reference": { "rules": rule1 }, "status": { "rules": rule1 }, "balances": { "ref": "Balances" }, "3ds": { "ref": "ThreeDSecure" }, "risk": { "ref": "Risk" }, "customer": { "ref": "Customer" }, "billing_descriptor": { "ref": "BillingDescriptor" }, "metadata": { "rules": rule15, "marks": { "additionalProperties": 225 } }, "actions": { "rules": rule7, "items": { "ref": "ActionSummary" } } } }, "SearchedPayoutWithMetadata": { "rules": rule15, "allOf": [{ "ref": "SearchedPayout" }], "properties": { "metadata": { "rules": rule15, "marks": { "additionalProperties": 231 } } } }, "SearchedPayout": { "rules": rule63, "properties": { "id": { "rules": rule9, "marks": { "pattern": 226 } }, "requested_on": { "rules": rule1 }, "destination": { "rules": rule15, "marks": { "additionalProperties": 227 } }, "amount": { "rules": rule2 }, "currency": { "rules": rule11, "marks": { "minLength": 228, "maxLength": 229, "pattern": 230 } }, "reference": { "rules": rule1 }, "billing_descriptor": { "ref": "BillingDescriptor" }, "status": { "rules": rule1 }, "processing_channel_id": { "rules": rule1 }, "sender": { "ref": "Sender" }, "actions": { "rules": rule7, "items": { "ref": "ActionSummary" } } } }, "PageLinks": { "rules": rule15, "properties": { "next": { "ref": "Link", "mark": 233 } }, "mark": 232 }, "PaymentActions": { "rules": rule7, "items": { "ref": "PaymentAction" } }, "PaymentAction": { "rules": rule64, "properties": { "id": { "rules": rule47, "marks": { "pattern": 241 } }, "type": { "ref": "ActionType" }, "amount": { "rules": rule45, "marks": { "minimum": 242 } }, "response_code": { "rules": rule61, "marks": { "pattern": 243 } }, "processed_on": { "rules": rule10 }, "approved": { "rules": rule13 }, "auth_code": { "rules": rule1 }, "response_summary": { "rules": rule1 }, "authorization_type": { "rules": rule66 }, "reference": { "rules": rule1 }, "amount_allocations": { "rules": rule7, "items": { "ref": "AmountAllocation" } }, "processing": { "ref": "ActionProcessing" }, "items": { "rules": rule7, "items": { "ref": "Item" } }, "metadata": { "rules": rule15, "marks": { "additionalProperties": 244 } } } }, "ActionType": { "rules": rule65 }, "ActionProcessing": { "rules": rule15, "properties": { "retrieval_reference_number": { "rules": rule1, "mark": 237 }, "acquirer_transaction_id": { "rules": rule1, "mark": 238 }, "acquirer_reference_number": { "rules": rule1, "mark": 239 } }, "marks": { "additionalProperties": 240 } }, "IncrementResult": { "rules": rule67, "properties": { "action_id": { "rules": rule47, "marks": { "pattern": 252 } }, "amount": { "rules": rule39, "marks": { "minimum": 253, "multipleOf": 254 } }, "currency": { "rules": rule11, "marks": { "pattern": 255 } }, "approved": { "rules": rule13 }, "status": { "rules": rule68 }, "response_code": { "rules": rule61, "marks": { "pattern": 256 } }, "processed_on": { "rules": rule10 }, "_links": { "ref": "PaymentLinks" }, "auth_code": { "rules": rule1 }, "response_summary": { "rules": rule1 }, "expires_on": { "rules": rule1 }, "balances": { "ref": "Balances" }, "reference": { "rules": rule69, "marks": { "maxLength": 257 } }, "processing": { "ref": "Processing" }, "eci": { "rules": rule1 }, "scheme_id": { "rules": rule1 } } }, "Processing": { "rules": rule15, "properties": { "retrieval_reference_number": { "rules": rule1, "mark": 247 }, "acquirer_transaction_id": { "rules": rule1, "mark": 248 }, "recommendation_code": { "rules": rule1, "mark": 249 }, "scheme": { "rules": rule1, "mark": 250 } }, "marks": { "additionalProperties": 251 } }, "AcceptedAction": { "rules": rule70, "properties": { "action_id": { "rules": rule47, "marks": { "pattern": 261 } }, "reference": { "rules": rule69, "marks": { "maxLength": 262 } }, "_links": { "ref": "ActionLinks" } } }, "ActionLinks": { "rules": rule71, "properties": { "payment": { "ref": "Link", "mark": 259 }, "actions": { "ref": "Link", "mark": 260 } }, "marks": { "additionalProperties": 258 } }, "AcceptedReversal": { "rules": rule70, "properties": { "action_id": { "rules": rule47, "marks": { "pattern": 292 } }, "reference": { "rules": rule1 }, "_links": { "rules": rule15, "properties": { "payment": { "ref": "Link", "mark": 293 } } } } } };
var inferredElements = [{ "pointer": "/servers/0", "group": "servers", "name": "the host", "reason": 0 }, { "pointer": "/paths/~1connect~1token/post", "group": "paths", "name": "POST /connect/token", "reason": 1 }, { "pointer": "/paths/~1payments/post", "group": "paths", "name": "POST /payments", "reason": 2 }, { "pointer": "/paths/~1payments/get", "group": "paths", "name": "GET /payments", "reason": 2 }, { "pointer": "/paths/~1payments~1search/post", "group": "paths", "name": "POST /payments/search", "reason": 3 }, { "pointer": "/paths/~1payments~1{id}/get", "group": "paths", "name": "GET /payments/{id}", "reason": 4 }, { "pointer": "/paths/~1payments~1{id}~1actions/get", "group": "paths", "name": "GET /payments/{id}/actions", "reason": 5 }, { "pointer": "/paths/~1payments~1{id}~1authorizations/post", "group": "paths", "name": "POST /payments/{id}/authorizations", "reason": 6 }, { "pointer": "/paths/~1payments~1{id}~1cancellations/post", "group": "paths", "name": "POST /payments/{id}/cancellations", "reason": 7 }, { "pointer": "/paths/~1payments~1{id}~1captures/post", "group": "paths", "name": "POST /payments/{id}/captures", "reason": 8 }, { "pointer": "/paths/~1payments~1{id}~1refunds/post", "group": "paths", "name": "POST /payments/{id}/refunds", "reason": 9 }, { "pointer": "/paths/~1payments~1{id}~1reversals/post", "group": "paths", "name": "POST /payments/{id}/reversals", "reason": 10 }, { "pointer": "/paths/~1payments~1{id}~1voids/post", "group": "paths", "name": "POST /payments/{id}/voids", "reason": 11 }, { "pointer": "/components/schemas/TokenError/properties/error_description", "group": "TokenError", "name": "error_description", "reason": 12 }, { "pointer": "/components/schemas/Link", "group": "Link", "name": "as a whole", "reason": 13 }, { "pointer": "/components/schemas/Link/properties/href", "group": "Link", "name": "href", "reason": 13 }, { "pointer": "/components/schemas/Link/properties/href", "keyword": "format", "group": "Link", "name": "href format", "reason": 14 }, { "pointer": "/components/schemas/PaymentLinks/properties/self", "group": "PaymentLinks", "name": "self", "reason": 15 }, { "pointer": "/components/schemas/PaymentLinks/properties/actions", "group": "PaymentLinks", "name": "actions", "reason": 15 }, { "pointer": "/components/schemas/PaymentLinks/properties/authorize", "group": "PaymentLinks", "name": "authorize", "reason": 15 }, { "pointer": "/components/schemas/PaymentLinks/properties/void", "group": "PaymentLinks", "name": "void", "reason": 15 }, { "pointer": "/components/schemas/PaymentLinks/properties/capture", "group": "PaymentLinks", "name": "capture", "reason": 15 }, { "pointer": "/components/schemas/PaymentLinks/properties/refund", "group": "PaymentLinks", "name": "refund", "reason": 15 }, { "pointer": "/components/schemas/PaymentLinks/properties/redirect", "group": "PaymentLinks", "name": "redirect", "reason": 15 }, { "pointer": "/components/schemas/Address", "group": "Address", "name": "as a whole", "reason": 16 }, { "pointer": "/components/schemas/Address/properties/address_line1", "group": "Address", "name": "address_line1", "reason": 16 }, { "pointer": "/components/schemas/Address/properties/address_line2", "group": "Address", "name": "address_line2", "reason": 16 }, { "pointer": "/components/schemas/Address/properties/city", "group": "Address", "name": "city", "reason": 16 }, { "pointer": "/components/schemas/Address/properties/state", "group": "Address", "name": "state", "reason": 16 }, { "pointer": "/components/schemas/Address/properties/zip", "group": "Address", "name": "zip", "reason": 16 }, { "pointer": "/components/schemas/Address/properties/country", "group": "Address", "name": "country", "reason": 16 }, { "pointer": "/components/schemas/Phone", "group": "Phone", "name": "as a whole", "reason": 17 }, { "pointer": "/components/schemas/Phone/properties/country_code", "group": "Phone", "name": "country_code", "reason": 17 }, { "pointer": "/components/schemas/Phone/properties/number", "group": "Phone", "name": "number", "reason": 17 }, { "pointer": "/components/schemas/PaymentSource/properties/id", "group": "PaymentSource", "name": "id", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/type", "group": "PaymentSource", "name": "type", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/expiry_month", "group": "PaymentSource", "name": "expiry_month", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/expiry_year", "group": "PaymentSource", "name": "expiry_year", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/billing_address", "group": "PaymentSource", "name": "billing_address", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/phone", "group": "PaymentSource", "name": "phone", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/name", "group": "PaymentSource", "name": "name", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/scheme", "group": "PaymentSource", "name": "scheme", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/last4", "group": "PaymentSource", "name": "last4", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/fingerprint", "group": "PaymentSource", "name": "fingerprint", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/bin", "group": "PaymentSource", "name": "bin", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/card_type", "group": "PaymentSource", "name": "card_type", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/card_category", "group": "PaymentSource", "name": "card_category", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/issuer", "group": "PaymentSource", "name": "issuer", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/issuer_country", "group": "PaymentSource", "name": "issuer_country", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/product_id", "group": "PaymentSource", "name": "product_id", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/product_type", "group": "PaymentSource", "name": "product_type", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/avs_check", "group": "PaymentSource", "name": "avs_check", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/cvv_check", "group": "PaymentSource", "name": "cvv_check", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/payment_account_reference", "group": "PaymentSource", "name": "payment_account_reference", "reason": 18 }, { "pointer": "/components/schemas/PaymentSource/properties/expiry_month", "keyword": "type", "group": "PaymentSource", "name": "expiry_month type", "reason": 19 }, { "pointer": "/components/schemas/PaymentSource/properties/expiry_year", "keyword": "type", "group": "PaymentSource", "name": "expiry_year type", "reason": 20 }, { "pointer": "/components/schemas/PaymentSource/properties/last4", "keyword": "pattern", "group": "PaymentSource", "name": "last4 pattern", "reason": 21 }, { "pointer": "/components/schemas/PaymentSource/properties/bin", "keyword": "pattern", "group": "PaymentSource", "name": "bin pattern", "reason": 22 }, { "pointer": "/components/schemas/PaymentPlan/properties/amount_variability", "group": "PaymentPlan", "name": "amount_variability", "reason": 23 }, { "pointer": "/components/schemas/PaymentPlan/properties/financing", "group": "PaymentPlan", "name": "financing", "reason": 23 }, { "pointer": "/components/schemas/PaymentPlan/properties/amount", "group": "PaymentPlan", "name": "amount", "reason": 23 }, { "pointer": "/components/schemas/PaymentPlan/properties/days_between_payments", "group": "PaymentPlan", "name": "days_between_payments", "reason": 23 }, { "pointer": "/components/schemas/PaymentPlan/properties/total_number_of_payments", "group": "PaymentPlan", "name": "total_number_of_payments", "reason": 23 }, { "pointer": "/components/schemas/PaymentPlan/properties/current_payment_number", "group": "PaymentPlan", "name": "current_payment_number", "reason": 23 }, { "pointer": "/components/schemas/PaymentPlan/properties/expiry", "group": "PaymentPlan", "name": "expiry", "reason": 23 }, { "pointer": "/components/schemas/PaymentPlan/properties/days_between_payments", "keyword": "minimum", "group": "PaymentPlan", "name": "days_between_payments minimum", "reason": 24 }, { "pointer": "/components/schemas/PaymentPlan/properties/total_number_of_payments", "keyword": "minimum", "group": "PaymentPlan", "name": "total_number_of_payments minimum", "reason": 24 }, { "pointer": "/components/schemas/PaymentPlan/properties/current_payment_number", "keyword": "minimum", "group": "PaymentPlan", "name": "current_payment_number minimum", "reason": 24 }, { "pointer": "/components/schemas/Balances/properties/total_authorized", "group": "Balances", "name": "total_authorized", "reason": 25 }, { "pointer": "/components/schemas/Balances/properties/total_voided", "group": "Balances", "name": "total_voided", "reason": 25 }, { "pointer": "/components/schemas/Balances/properties/available_to_void", "group": "Balances", "name": "available_to_void", "reason": 25 }, { "pointer": "/components/schemas/Balances/properties/total_captured", "group": "Balances", "name": "total_captured", "reason": 25 }, { "pointer": "/components/schemas/Balances/properties/available_to_capture", "group": "Balances", "name": "available_to_capture", "reason": 25 }, { "pointer": "/components/schemas/Balances/properties/total_refunded", "group": "Balances", "name": "total_refunded", "reason": 25 }, { "pointer": "/components/schemas/Balances/properties/available_to_refund", "group": "Balances", "name": "available_to_refund", "reason": 25 }, { "pointer": "/components/schemas/Balances/properties/total_authorized", "keyword": "minimum", "group": "Balances", "name": "total_authorized minimum", "reason": 26 }, { "pointer": "/components/schemas/Balances/properties/total_voided", "keyword": "minimum", "group": "Balances", "name": "total_voided minimum", "reason": 26 }, { "pointer": "/components/schemas/Balances/properties/available_to_void", "keyword": "minimum", "group": "Balances", "name": "available_to_void minimum", "reason": 26 }, { "pointer": "/components/schemas/Balances/properties/total_captured", "keyword": "minimum", "group": "Balances", "name": "total_captured minimum", "reason": 26 }, { "pointer": "/components/schemas/Balances/properties/available_to_capture", "keyword": "minimum", "group": "Balances", "name": "available_to_capture minimum", "reason": 26 }, { "pointer": "/components/schemas/Balances/properties/total_refunded", "keyword": "minimum", "group": "Balances", "name": "total_refunded minimum", "reason": 26 }, { "pointer": "/components/schemas/Balances/properties/available_to_refund", "keyword": "minimum", "group": "Balances", "name": "available_to_refund minimum", "reason": 26 }, { "pointer": "/components/schemas/ThreeDSecure/properties/downgraded", "group": "ThreeDSecure", "name": "downgraded", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/enrolled", "group": "ThreeDSecure", "name": "enrolled", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/upgrade_reason", "group": "ThreeDSecure", "name": "upgrade_reason", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/signature_valid", "group": "ThreeDSecure", "name": "signature_valid", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/authentication_response", "group": "ThreeDSecure", "name": "authentication_response", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/cryptogram", "group": "ThreeDSecure", "name": "cryptogram", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/xid", "group": "ThreeDSecure", "name": "xid", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/version", "group": "ThreeDSecure", "name": "version", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/exemption", "group": "ThreeDSecure", "name": "exemption", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/exemption_applied", "group": "ThreeDSecure", "name": "exemption_applied", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/challenged", "group": "ThreeDSecure", "name": "challenged", "reason": 27 }, { "pointer": "/components/schemas/ThreeDSecure/properties/eci", "group": "ThreeDSecure", "name": "eci", "reason": 27 }, { "pointer": "/components/schemas/Risk/properties/flagged", "group": "Risk", "name": "flagged", "reason": 28 }, { "pointer": "/components/schemas/Risk/properties/score", "group": "Risk", "name": "score", "reason": 28 }, { "pointer": "/components/schemas/Customer/properties/id", "group": "Customer", "name": "id", "reason": 29 }, { "pointer": "/components/schemas/Customer/properties/email", "group": "Customer", "name": "email", "reason": 29 }, { "pointer": "/components/schemas/Customer/properties/name", "group": "Customer", "name": "name", "reason": 29 }, { "pointer": "/components/schemas/Customer", "keyword": "additionalProperties", "group": "Customer", "name": "additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/Customer/properties/email", "keyword": "format", "group": "Customer", "name": "email format", "reason": 31 }, { "pointer": "/components/schemas/BillingDescriptor/properties/name", "group": "BillingDescriptor", "name": "name", "reason": 32 }, { "pointer": "/components/schemas/BillingDescriptor/properties/city", "group": "BillingDescriptor", "name": "city", "reason": 32 }, { "pointer": "/components/schemas/BillingDescriptor/properties/reference", "group": "BillingDescriptor", "name": "reference", "reason": 32 }, { "pointer": "/components/schemas/BillingDescriptor", "keyword": "additionalProperties", "group": "BillingDescriptor", "name": "additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/Shipping/properties/first_name", "group": "Shipping", "name": "first_name", "reason": 33 }, { "pointer": "/components/schemas/Shipping/properties/last_name", "group": "Shipping", "name": "last_name", "reason": 33 }, { "pointer": "/components/schemas/Shipping/properties/email", "group": "Shipping", "name": "email", "reason": 33 }, { "pointer": "/components/schemas/Shipping/properties/address", "group": "Shipping", "name": "address", "reason": 33 }, { "pointer": "/components/schemas/Shipping/properties/phone", "group": "Shipping", "name": "phone", "reason": 33 }, { "pointer": "/components/schemas/Shipping", "keyword": "additionalProperties", "group": "Shipping", "name": "additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/Shipping/properties/email", "keyword": "format", "group": "Shipping", "name": "email format", "reason": 31 }, { "pointer": "/components/schemas/Sender/properties/type", "group": "Sender", "name": "type", "reason": 34 }, { "pointer": "/components/schemas/Sender/properties/reference", "group": "Sender", "name": "reference", "reason": 34 }, { "pointer": "/components/schemas/Sender/properties/first_name", "group": "Sender", "name": "first_name", "reason": 34 }, { "pointer": "/components/schemas/Sender/properties/last_name", "group": "Sender", "name": "last_name", "reason": 34 }, { "pointer": "/components/schemas/Sender/properties/company_name", "group": "Sender", "name": "company_name", "reason": 34 }, { "pointer": "/components/schemas/Sender/properties/address", "group": "Sender", "name": "address", "reason": 34 }, { "pointer": "/components/schemas/Commission/properties/amount", "group": "Commission", "name": "amount", "reason": 35 }, { "pointer": "/components/schemas/Commission/properties/percentage", "group": "Commission", "name": "percentage", "reason": 35 }, { "pointer": "/components/schemas/Commission/properties/amount", "keyword": "multipleOf", "group": "Commission", "name": "amount multipleOf", "reason": 36 }, { "pointer": "/components/schemas/AmountAllocation/properties/amount", "keyword": "minimum", "group": "AmountAllocation", "name": "amount minimum", "reason": 37 }, { "pointer": "/components/schemas/AmountAllocation/properties/amount", "keyword": "multipleOf", "group": "AmountAllocation", "name": "amount multipleOf", "reason": 37 }, { "pointer": "/components/schemas/AmountAllocation/properties/reference", "keyword": "maxLength", "group": "AmountAllocation", "name": "reference maxLength", "reason": 38 }, { "pointer": "/components/schemas/Recipient/properties/first_name", "group": "Recipient", "name": "first_name", "reason": 39 }, { "pointer": "/components/schemas/Recipient/properties/last_name", "group": "Recipient", "name": "last_name", "reason": 39 }, { "pointer": "/components/schemas/Recipient/properties/dob", "group": "Recipient", "name": "dob", "reason": 39 }, { "pointer": "/components/schemas/Recipient/properties/account_number", "group": "Recipient", "name": "account_number", "reason": 39 }, { "pointer": "/components/schemas/Recipient/properties/zip", "group": "Recipient", "name": "zip", "reason": 39 }, { "pointer": "/components/schemas/Recipient/properties/address", "group": "Recipient", "name": "address", "reason": 39 }, { "pointer": "/components/schemas/Recipient/properties/country", "group": "Recipient", "name": "country", "reason": 39 }, { "pointer": "/components/schemas/Recipient/properties/last_name", "keyword": "maxLength", "group": "Recipient", "name": "last_name maxLength", "reason": 40 }, { "pointer": "/components/schemas/Recipient/properties/dob", "keyword": "format", "group": "Recipient", "name": "dob format", "reason": 41 }, { "pointer": "/components/schemas/Recipient/properties/account_number", "keyword": "maxLength", "group": "Recipient", "name": "account_number maxLength", "reason": 42 }, { "pointer": "/components/schemas/Recipient/properties/zip", "keyword": "maxLength", "group": "Recipient", "name": "zip maxLength", "reason": 43 }, { "pointer": "/components/schemas/Recipient/properties/country", "keyword": "minLength", "group": "Recipient", "name": "country minLength", "reason": 44 }, { "pointer": "/components/schemas/Recipient/properties/country", "keyword": "maxLength", "group": "Recipient", "name": "country maxLength", "reason": 44 }, { "pointer": "/components/schemas/PaymentProcessing/properties/scheme", "group": "PaymentProcessing", "name": "scheme", "reason": 45 }, { "pointer": "/components/schemas/PaymentProcessing/properties/preferred_scheme", "group": "PaymentProcessing", "name": "preferred_scheme", "reason": 45 }, { "pointer": "/components/schemas/PaymentProcessing/properties/retrieval_reference_number", "group": "PaymentProcessing", "name": "retrieval_reference_number", "reason": 45 }, { "pointer": "/components/schemas/PaymentProcessing/properties/partner_payment_id", "group": "PaymentProcessing", "name": "partner_payment_id", "reason": 45 }, { "pointer": "/components/schemas/PaymentProcessing/properties/scheme_transaction_link_id", "group": "PaymentProcessing", "name": "scheme_transaction_link_id", "reason": 45 }, { "pointer": "/components/schemas/PaymentProcessing", "keyword": "additionalProperties", "group": "PaymentProcessing", "name": "additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/Item/properties/name", "group": "Item", "name": "name", "reason": 46 }, { "pointer": "/components/schemas/Item/properties/quantity", "group": "Item", "name": "quantity", "reason": 46 }, { "pointer": "/components/schemas/Item/properties/unit_price", "group": "Item", "name": "unit_price", "reason": 46 }, { "pointer": "/components/schemas/Item/properties/reference", "group": "Item", "name": "reference", "reason": 46 }, { "pointer": "/components/schemas/Item/properties/commodity_code", "group": "Item", "name": "commodity_code", "reason": 46 }, { "pointer": "/components/schemas/Item/properties/unit_of_measure", "group": "Item", "name": "unit_of_measure", "reason": 46 }, { "pointer": "/components/schemas/Item/properties/total_amount", "group": "Item", "name": "total_amount", "reason": 46 }, { "pointer": "/components/schemas/Item/properties/tax_amount", "group": "Item", "name": "tax_amount", "reason": 46 }, { "pointer": "/components/schemas/Item/properties/discount_amount", "group": "Item", "name": "discount_amount", "reason": 46 }, { "pointer": "/components/schemas/Item", "keyword": "additionalProperties", "group": "Item", "name": "additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/ActionSummary/properties/id", "group": "ActionSummary", "name": "id", "reason": 47 }, { "pointer": "/components/schemas/ActionSummary/properties/type", "group": "ActionSummary", "name": "type", "reason": 47 }, { "pointer": "/components/schemas/ActionSummary/properties/response_code", "group": "ActionSummary", "name": "response_code", "reason": 47 }, { "pointer": "/components/schemas/ActionSummary/properties/response_summary", "group": "ActionSummary", "name": "response_summary", "reason": 47 }, { "pointer": "/components/schemas/ActionSummary/properties/id", "keyword": "pattern", "group": "ActionSummary", "name": "id pattern", "reason": 48 }, { "pointer": "/components/schemas/Retry/properties/enabled", "group": "Retry", "name": "enabled", "reason": 49 }, { "pointer": "/components/schemas/Retry/properties/max_attempts", "group": "Retry", "name": "max_attempts", "reason": 49 }, { "pointer": "/components/schemas/Retry/properties/attempts_made", "group": "Retry", "name": "attempts_made", "reason": 49 }, { "pointer": "/components/schemas/Retry/properties/ends_on", "group": "Retry", "name": "ends_on", "reason": 49 }, { "pointer": "/components/schemas/Retry/properties/next_attempt_on", "group": "Retry", "name": "next_attempt_on", "reason": 49 }, { "pointer": "/components/schemas/Retry/properties/max_attempts", "keyword": "minimum", "group": "Retry", "name": "max_attempts minimum", "reason": 24 }, { "pointer": "/components/schemas/Retry/properties/attempts_made", "keyword": "minimum", "group": "Retry", "name": "attempts_made minimum", "reason": 24 }, { "pointer": "/components/schemas/Retry/properties/ends_on", "keyword": "format", "group": "Retry", "name": "ends_on format", "reason": 50 }, { "pointer": "/components/schemas/Retry/properties/next_attempt_on", "keyword": "format", "group": "Retry", "name": "next_attempt_on format", "reason": 51 }, { "pointer": "/components/schemas/Instruction/properties/value_date", "group": "Instruction", "name": "value_date", "reason": 52 }, { "pointer": "/components/schemas/Instruction/properties/purpose", "group": "Instruction", "name": "purpose", "reason": 52 }, { "pointer": "/components/schemas/Instruction/properties/charge_bearer", "group": "Instruction", "name": "charge_bearer", "reason": 52 }, { "pointer": "/components/schemas/Instruction/properties/repair", "group": "Instruction", "name": "repair", "reason": 52 }, { "pointer": "/components/schemas/Instruction/properties/scheme", "group": "Instruction", "name": "scheme", "reason": 52 }, { "pointer": "/components/schemas/Instruction/properties/quote_id", "group": "Instruction", "name": "quote_id", "reason": 52 }, { "pointer": "/components/schemas/Instruction/properties/value_date", "keyword": "format", "group": "Instruction", "name": "value_date format", "reason": 53 }, { "pointer": "/components/schemas/Instruction/properties/quote_id", "keyword": "pattern", "group": "Instruction", "name": "quote_id pattern", "reason": 54 }, { "pointer": "/components/schemas/Payment/properties/id", "keyword": "pattern", "group": "Payment", "name": "id pattern", "reason": 55 }, { "pointer": "/components/schemas/Payment/properties/currency", "keyword": "minLength", "group": "Payment", "name": "currency minLength", "reason": 56 }, { "pointer": "/components/schemas/Payment/properties/currency", "keyword": "maxLength", "group": "Payment", "name": "currency maxLength", "reason": 56 }, { "pointer": "/components/schemas/Payment/properties/currency", "keyword": "pattern", "group": "Payment", "name": "currency pattern", "reason": 57 }, { "pointer": "/components/schemas/Payment/properties/destination", "keyword": "additionalProperties", "group": "Payment", "name": "destination additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/Payment/properties/authentication", "keyword": "additionalProperties", "group": "Payment", "name": "authentication additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/Payment/properties/amount_allocations/items", "keyword": "properties", "group": "Payment", "name": "amount_allocations.* properties", "reason": 58 }, { "pointer": "/components/schemas/Payment/properties/amount_allocations/items", "keyword": "required", "group": "Payment", "name": "amount_allocations.* required", "reason": 58 }, { "pointer": "/components/schemas/Payment/properties/processing_channel_id", "group": "Payment", "name": "processing_channel_id", "reason": 59 }, { "pointer": "/components/schemas/Payout/properties/id", "keyword": "pattern", "group": "Payout", "name": "id pattern", "reason": 55 }, { "pointer": "/components/schemas/Payout/properties/source", "keyword": "additionalProperties", "group": "Payout", "name": "source additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/Payout/properties/destination", "keyword": "additionalProperties", "group": "Payout", "name": "destination additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/Payout/properties/currency", "keyword": "minLength", "group": "Payout", "name": "currency minLength", "reason": 56 }, { "pointer": "/components/schemas/Payout/properties/currency", "keyword": "maxLength", "group": "Payout", "name": "currency maxLength", "reason": 56 }, { "pointer": "/components/schemas/Payout/properties/currency", "keyword": "pattern", "group": "Payout", "name": "currency pattern", "reason": 57 }, { "pointer": "/components/schemas/ProcessedPayout/properties/id", "keyword": "pattern", "group": "ProcessedPayout", "name": "id pattern", "reason": 55 }, { "pointer": "/components/schemas/ProcessedPayout/properties/source", "keyword": "additionalProperties", "group": "ProcessedPayout", "name": "source additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/ProcessedPayout/properties/destination", "keyword": "additionalProperties", "group": "ProcessedPayout", "name": "destination additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/ProcessedPayout/properties/currency", "keyword": "minLength", "group": "ProcessedPayout", "name": "currency minLength", "reason": 56 }, { "pointer": "/components/schemas/ProcessedPayout/properties/currency", "keyword": "maxLength", "group": "ProcessedPayout", "name": "currency maxLength", "reason": 56 }, { "pointer": "/components/schemas/ProcessedPayout/properties/currency", "keyword": "pattern", "group": "ProcessedPayout", "name": "currency pattern", "reason": 57 }, { "pointer": "/components/schemas/PaymentsPage", "group": "PaymentsPage", "name": "as a whole", "reason": 60 }, { "pointer": "/components/schemas/PaymentsPage/properties/total_count", "group": "PaymentsPage", "name": "total_count", "reason": 60 }, { "pointer": "/components/schemas/PaymentsPage/properties/skip", "group": "PaymentsPage", "name": "skip", "reason": 60 }, { "pointer": "/components/schemas/PaymentsPage/properties/limit", "group": "PaymentsPage", "name": "limit", "reason": 60 }, { "pointer": "/components/schemas/PaymentsPage/properties/data", "group": "PaymentsPage", "name": "data", "reason": 60 }, { "pointer": "/components/schemas/ErrorResponse/properties/error_codes", "keyword": "minItems", "group": "ErrorResponse", "name": "error_codes minItems", "reason": 61 }, { "pointer": "/components/schemas/PaymentRequestSource/properties/name", "group": "PaymentRequestSource", "name": "name", "reason": 62 }, { "pointer": "/components/schemas/PaymentRequestSource/properties/billing_address", "group": "PaymentRequestSource", "name": "billing_address", "reason": 63 }, { "pointer": "/components/schemas/PaymentRequestSource/properties/phone", "group": "PaymentRequestSource", "name": "phone", "reason": 64 }, { "pointer": "/components/schemas/PaymentRequestProcessing", "group": "PaymentRequestProcessing", "name": "as a whole", "reason": 65 }, { "pointer": "/components/schemas/PaymentRequestProcessing/properties/aft", "group": "PaymentRequestProcessing", "name": "aft", "reason": 65 }, { "pointer": "/components/schemas/PaymentRequestProcessing/properties/preferred_scheme", "group": "PaymentRequestProcessing", "name": "preferred_scheme", "reason": 65 }, { "pointer": "/components/schemas/PaymentRequestProcessing/properties/merchant_initiated_reason", "group": "PaymentRequestProcessing", "name": "merchant_initiated_reason", "reason": 65 }, { "pointer": "/components/schemas/PaymentRequest/properties/currency", "keyword": "pattern", "group": "PaymentRequest", "name": "currency pattern", "reason": 57 }, { "pointer": "/components/schemas/PaymentRequest/properties/amount", "keyword": "multipleOf", "group": "PaymentRequest", "name": "amount multipleOf", "reason": 36 }, { "pointer": "/components/schemas/PaymentRequest/properties/processing_channel_id", "group": "PaymentRequest", "name": "processing_channel_id", "reason": 66 }, { "pointer": "/components/schemas/PaymentRequest/properties/processing", "group": "PaymentRequest", "name": "processing", "reason": 67 }, { "pointer": "/components/schemas/PaymentResult", "keyword": "additionalProperties", "group": "PaymentResult", "name": "additionalProperties", "reason": 68 }, { "pointer": "/components/schemas/PaymentResult", "keyword": "required", "group": "PaymentResult", "name": "required", "reason": 69 }, { "pointer": "/components/schemas/PaymentResult/properties/status", "keyword": "enum", "group": "PaymentResult", "name": "status enum", "reason": 70 }, { "pointer": "/components/schemas/PaymentResult/properties/_links", "group": "PaymentResult", "name": "_links", "reason": 15 }, { "pointer": "/components/schemas/PaymentResult/properties/action_id", "group": "PaymentResult", "name": "action_id", "reason": 71 }, { "pointer": "/components/schemas/PaymentResult/properties/response_code", "group": "PaymentResult", "name": "response_code", "reason": 72 }, { "pointer": "/components/schemas/PaymentResult/properties/response_summary", "group": "PaymentResult", "name": "response_summary", "reason": 73 }, { "pointer": "/components/schemas/PaymentResult/properties/processed_on", "group": "PaymentResult", "name": "processed_on", "reason": 74 }, { "pointer": "/components/schemas/SearchedPayment/properties/id", "keyword": "pattern", "group": "SearchedPayment", "name": "id pattern", "reason": 55 }, { "pointer": "/components/schemas/SearchedPayment/properties/currency", "keyword": "minLength", "group": "SearchedPayment", "name": "currency minLength", "reason": 56 }, { "pointer": "/components/schemas/SearchedPayment/properties/currency", "keyword": "maxLength", "group": "SearchedPayment", "name": "currency maxLength", "reason": 56 }, { "pointer": "/components/schemas/SearchedPayment/properties/currency", "keyword": "pattern", "group": "SearchedPayment", "name": "currency pattern", "reason": 57 }, { "pointer": "/components/schemas/SearchedPayment/properties/metadata", "keyword": "additionalProperties", "group": "SearchedPayment", "name": "metadata additionalProperties", "reason": 75 }, { "pointer": "/components/schemas/SearchedPayout/properties/id", "keyword": "pattern", "group": "SearchedPayout", "name": "id pattern", "reason": 55 }, { "pointer": "/components/schemas/SearchedPayout/properties/destination", "keyword": "additionalProperties", "group": "SearchedPayout", "name": "destination additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/SearchedPayout/properties/currency", "keyword": "minLength", "group": "SearchedPayout", "name": "currency minLength", "reason": 56 }, { "pointer": "/components/schemas/SearchedPayout/properties/currency", "keyword": "maxLength", "group": "SearchedPayout", "name": "currency maxLength", "reason": 56 }, { "pointer": "/components/schemas/SearchedPayout/properties/currency", "keyword": "pattern", "group": "SearchedPayout", "name": "currency pattern", "reason": 57 }, { "pointer": "/components/schemas/SearchedPayoutWithMetadata/properties/metadata", "keyword": "additionalProperties", "group": "SearchedPayoutWithMetadata", "name": "metadata additionalProperties", "reason": 75 }, { "pointer": "/components/schemas/PageLinks", "group": "PageLinks", "name": "as a whole", "reason": 76 }, { "pointer": "/components/schemas/PageLinks/properties/next", "group": "PageLinks", "name": "next", "reason": 76 }, { "pointer": "/components/schemas/SearchPage", "group": "SearchPage", "name": "as a whole", "reason": 77 }, { "pointer": "/components/schemas/SearchPage/properties/data", "group": "SearchPage", "name": "data", "reason": 77 }, { "pointer": "/components/schemas/SearchPage/properties/_links", "group": "SearchPage", "name": "_links", "reason": 77 }, { "pointer": "/components/schemas/ActionProcessing/properties/retrieval_reference_number", "group": "ActionProcessing", "name": "retrieval_reference_number", "reason": 78 }, { "pointer": "/components/schemas/ActionProcessing/properties/acquirer_transaction_id", "group": "ActionProcessing", "name": "acquirer_transaction_id", "reason": 78 }, { "pointer": "/components/schemas/ActionProcessing/properties/acquirer_reference_number", "group": "ActionProcessing", "name": "acquirer_reference_number", "reason": 78 }, { "pointer": "/components/schemas/ActionProcessing", "keyword": "additionalProperties", "group": "ActionProcessing", "name": "additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/PaymentAction/properties/id", "keyword": "pattern", "group": "PaymentAction", "name": "id pattern", "reason": 48 }, { "pointer": "/components/schemas/PaymentAction/properties/amount", "keyword": "minimum", "group": "PaymentAction", "name": "amount minimum", "reason": 79 }, { "pointer": "/components/schemas/PaymentAction/properties/response_code", "keyword": "pattern", "group": "PaymentAction", "name": "response_code pattern", "reason": 80 }, { "pointer": "/components/schemas/PaymentAction/properties/metadata", "keyword": "additionalProperties", "group": "PaymentAction", "name": "metadata additionalProperties", "reason": 75 }, { "pointer": "/components/schemas/IncrementRequest/properties/amount", "keyword": "multipleOf", "group": "IncrementRequest", "name": "amount multipleOf", "reason": 36 }, { "pointer": "/components/schemas/IncrementRequest/properties/metadata", "keyword": "additionalProperties", "group": "IncrementRequest", "name": "metadata additionalProperties", "reason": 75 }, { "pointer": "/components/schemas/Processing/properties/retrieval_reference_number", "group": "Processing", "name": "retrieval_reference_number", "reason": 81 }, { "pointer": "/components/schemas/Processing/properties/acquirer_transaction_id", "group": "Processing", "name": "acquirer_transaction_id", "reason": 81 }, { "pointer": "/components/schemas/Processing/properties/recommendation_code", "group": "Processing", "name": "recommendation_code", "reason": 81 }, { "pointer": "/components/schemas/Processing/properties/scheme", "group": "Processing", "name": "scheme", "reason": 81 }, { "pointer": "/components/schemas/Processing", "keyword": "additionalProperties", "group": "Processing", "name": "additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/IncrementResult/properties/action_id", "keyword": "pattern", "group": "IncrementResult", "name": "action_id pattern", "reason": 48 }, { "pointer": "/components/schemas/IncrementResult/properties/amount", "keyword": "minimum", "group": "IncrementResult", "name": "amount minimum", "reason": 82 }, { "pointer": "/components/schemas/IncrementResult/properties/amount", "keyword": "multipleOf", "group": "IncrementResult", "name": "amount multipleOf", "reason": 36 }, { "pointer": "/components/schemas/IncrementResult/properties/currency", "keyword": "pattern", "group": "IncrementResult", "name": "currency pattern", "reason": 57 }, { "pointer": "/components/schemas/IncrementResult/properties/response_code", "keyword": "pattern", "group": "IncrementResult", "name": "response_code pattern", "reason": 80 }, { "pointer": "/components/schemas/IncrementResult/properties/reference", "keyword": "maxLength", "group": "IncrementResult", "name": "reference maxLength", "reason": 83 }, { "pointer": "/components/schemas/ActionLinks", "keyword": "additionalProperties", "group": "ActionLinks", "name": "additionalProperties", "reason": 84 }, { "pointer": "/components/schemas/ActionLinks/properties/payment", "group": "ActionLinks", "name": "payment", "reason": 85 }, { "pointer": "/components/schemas/ActionLinks/properties/actions", "group": "ActionLinks", "name": "actions", "reason": 85 }, { "pointer": "/components/schemas/AcceptedAction/properties/action_id", "keyword": "pattern", "group": "AcceptedAction", "name": "action_id pattern", "reason": 48 }, { "pointer": "/components/schemas/AcceptedAction/properties/reference", "keyword": "maxLength", "group": "AcceptedAction", "name": "reference maxLength", "reason": 86 }, { "pointer": "/components/schemas/CaptureProcessing/properties/order_id", "group": "CaptureProcessing", "name": "order_id", "reason": 87 }, { "pointer": "/components/schemas/CaptureProcessing/properties/tax_amount", "group": "CaptureProcessing", "name": "tax_amount", "reason": 87 }, { "pointer": "/components/schemas/CaptureProcessing/properties/discount_amount", "group": "CaptureProcessing", "name": "discount_amount", "reason": 87 }, { "pointer": "/components/schemas/CaptureProcessing/properties/duty_amount", "group": "CaptureProcessing", "name": "duty_amount", "reason": 87 }, { "pointer": "/components/schemas/CaptureProcessing/properties/shipping_amount", "group": "CaptureProcessing", "name": "shipping_amount", "reason": 87 }, { "pointer": "/components/schemas/CaptureProcessing/properties/shipping_tax_amount", "group": "CaptureProcessing", "name": "shipping_tax_amount", "reason": 87 }, { "pointer": "/components/schemas/CaptureProcessing", "keyword": "additionalProperties", "group": "CaptureProcessing", "name": "additionalProperties", "reason": 30 }, { "pointer": "/components/schemas/CaptureProcessing/properties/tax_amount", "keyword": "minimum", "group": "CaptureProcessing", "name": "tax_amount minimum", "reason": 88 }, { "pointer": "/components/schemas/CaptureProcessing/properties/discount_amount", "keyword": "minimum", "group": "CaptureProcessing", "name": "discount_amount minimum", "reason": 88 }, { "pointer": "/components/schemas/CaptureProcessing/properties/duty_amount", "keyword": "minimum", "group": "CaptureProcessing", "name": "duty_amount minimum", "reason": 88 }, { "pointer": "/components/schemas/CaptureProcessing/properties/shipping_amount", "keyword": "minimum", "group": "CaptureProcessing", "name": "shipping_amount minimum", "reason": 88 }, { "pointer": "/components/schemas/CaptureProcessing/properties/shipping_tax_amount", "keyword": "minimum", "group": "CaptureProcessing", "name": "shipping_tax_amount minimum", "reason": 88 }, { "pointer": "/components/schemas/CaptureRequest/properties/amount", "keyword": "multipleOf", "group": "CaptureRequest", "name": "amount multipleOf", "reason": 36 }, { "pointer": "/components/schemas/CaptureRequest/properties/amount_allocations/items", "keyword": "properties", "group": "CaptureRequest", "name": "amount_allocations.* properties", "reason": 58 }, { "pointer": "/components/schemas/CaptureRequest/properties/amount_allocations/items", "keyword": "required", "group": "CaptureRequest", "name": "amount_allocations.* required", "reason": 58 }, { "pointer": "/components/schemas/CaptureRequest/properties/metadata", "keyword": "additionalProperties", "group": "CaptureRequest", "name": "metadata additionalProperties", "reason": 75 }, { "pointer": "/components/schemas/RefundRequest/properties/timestamp", "keyword": "pattern", "group": "RefundRequest", "name": "timestamp pattern", "reason": 89 }, { "pointer": "/components/schemas/RefundRequest/properties/signature", "keyword": "pattern", "group": "RefundRequest", "name": "signature pattern", "reason": 90 }, { "pointer": "/components/schemas/RefundRequest/properties/refund_amount", "keyword": "minimum", "group": "RefundRequest", "name": "refund_amount minimum", "reason": 91 }, { "pointer": "/components/schemas/RefundRequest/properties/refund_currency", "keyword": "minLength", "group": "RefundRequest", "name": "refund_currency minLength", "reason": 92 }, { "pointer": "/components/schemas/RefundRequest/properties/refund_currency", "keyword": "maxLength", "group": "RefundRequest", "name": "refund_currency maxLength", "reason": 92 }, { "pointer": "/components/schemas/RefundRequest/properties/refund_currency", "keyword": "pattern", "group": "RefundRequest", "name": "refund_currency pattern", "reason": 57 }, { "pointer": "/components/schemas/ReversalRequest/properties/timestamp", "keyword": "pattern", "group": "ReversalRequest", "name": "timestamp pattern", "reason": 89 }, { "pointer": "/components/schemas/ReversalRequest/properties/signature", "keyword": "pattern", "group": "ReversalRequest", "name": "signature pattern", "reason": 90 }, { "pointer": "/components/schemas/ReversalRequest/properties/void_if_not_settled", "keyword": "enum", "group": "ReversalRequest", "name": "void_if_not_settled enum", "reason": 93 }, { "pointer": "/components/schemas/ReversalRequest/properties/refund_amount", "keyword": "minimum", "group": "ReversalRequest", "name": "refund_amount minimum", "reason": 91 }, { "pointer": "/components/schemas/ReversalRequest/properties/refund_currency", "keyword": "minLength", "group": "ReversalRequest", "name": "refund_currency minLength", "reason": 92 }, { "pointer": "/components/schemas/ReversalRequest/properties/refund_currency", "keyword": "maxLength", "group": "ReversalRequest", "name": "refund_currency maxLength", "reason": 92 }, { "pointer": "/components/schemas/ReversalRequest/properties/refund_currency", "keyword": "pattern", "group": "ReversalRequest", "name": "refund_currency pattern", "reason": 57 }, { "pointer": "/components/schemas/AcceptedReversal/properties/action_id", "keyword": "pattern", "group": "AcceptedReversal", "name": "action_id pattern", "reason": 48 }, { "pointer": "/components/schemas/AcceptedReversal/properties/_links/properties/payment", "group": "AcceptedReversal", "name": "_links.payment", "reason": 94 }, { "pointer": "/components/schemas/VoidRequest/properties/metadata", "keyword": "additionalProperties", "group": "VoidRequest", "name": "metadata additionalProperties", "reason": 75 }, { "pointer": "/components/responses/PaymentsListed", "keyword": "content", "group": "PaymentsListed", "name": "content", "reason": 95 }, { "pointer": "/components/responses/InvalidPaging", "keyword": "content", "group": "InvalidPaging", "name": "content", "reason": 96 }, { "pointer": "/components/responses/TooManyRequests", "keyword": "content", "group": "TooManyRequests", "name": "content", "reason": 97 }, { "pointer": "/components/links/DetailsOfNewPayment", "group": "links", "name": "DetailsOfNewPayment", "reason": 98 }, { "pointer": "/components/links/ActionsOfNewPayment", "group": "links", "name": "ActionsOfNewPayment", "reason": 98 }, { "pointer": "/components/links/CaptureNewPayment", "group": "links", "name": "CaptureNewPayment", "reason": 98 }, { "pointer": "/components/links/VoidNewPayment", "group": "links", "name": "VoidNewPayment", "reason": 98 }, { "pointer": "/components/links/ActionsOfFoundPayment", "group": "links", "name": "ActionsOfFoundPayment", "reason": 98 }, { "pointer": "/components/links/IncrementAuthorization", "group": "links", "name": "IncrementAuthorization", "reason": 98 }, { "pointer": "/components/links/CaptureFoundPayment", "group": "links", "name": "CaptureFoundPayment", "reason": 98 }, { "pointer": "/components/links/RefundFoundPayment", "group": "links", "name": "RefundFoundPayment", "reason": 98 }, { "pointer": "/components/links/VoidFoundPayment", "group": "links", "name": "VoidFoundPayment", "reason": 98 }, { "pointer": "/components/links/DetailsOfPayment", "group": "links", "name": "DetailsOfPayment", "reason": 98 }, { "pointer": "/components/links/ActionsOfPayment", "group": "links", "name": "ActionsOfPayment", "reason": 98 }, { "pointer": "/components/links/CapturePayment", "group": "links", "name": "CapturePayment", "reason": 98 }, { "pointer": "/components/links/VoidPayment", "group": "links", "name": "VoidPayment", "reason": 98 }, { "pointer": "/components/links/RefundPayment", "group": "links", "name": "RefundPayment", "reason": 98 }].map((element) => ({ keyword: void 0, ...element, reason: reasons[element.reason] }));
export {
  inferredElements,
  responseOperations,
  responseSchemas
};
