/**
 * Colours and fonts of the page, light and dark: slots of firms (f: marks, t: text), outcomes, ink and paper.
 * Every text colour has a contrast of 4.6 or more on its ground. The page's script reads these too, so that a
 * colour is written once.
 */

/** Custom properties on :root; the class `dark` switches. */
export const TOKENS = `:root {
  --bg: #F6F5F1; --card: #FFFFFF; --sunk: #EFEDE7; --ink: #1A1D21; --ink2: #4A4F57; --ink3: #666B74;
  --line: #DDDAD2; --grid: #ECEAE4; --zero: #7A7F87; --hair: #E8E5DE; --focus: #0B62C4; --sel: #1A1D21;
  --selink: #FFFFFF; --before: #82878F; --edge: #82878F; --f1: #233EA5; --f2: #B7881C; --f3: #178988;
  --f4: #8E0449; --f5: #895FE9; --f6: #517000; --f7: #744E82; --f8: #0A9AD3; --f9: #71813E;
  --f10: #693D0F; --f11: #6B44C4; --f12: #39475C; --t1: #233EA5; --t2: #85600A; --t3: #037271;
  --t4: #8E0449; --t5: #7347D2; --t6: #4B6700; --t7: #6E487C; --t8: #026C95; --t9: #5C6A2C;
  --t10: #693D0F; --t11: #6B44C4; --t12: #39475C; --alive: #4B937A; --alive-t: #2C6B55; --out: #C8411B;
  --out-t: #B03412; --acq: #6477BC; --acq-t: #4A5CA0; --wound: #82868D; --wound-t: #5E636B;
  --out-wash: #FBEDE7; --warn: #8A5A00; --warn-wash: #FBF3DF;
  --shadow: 0 1px 2px rgba(26,29,33,.05),0 4px 16px rgba(26,29,33,.04);
  --sans: system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
  --serif: Charter,"Bitstream Charter","Charis SIL","Sitka Text",Cambria,"Noto Serif","Liberation Serif",serif;
  --mono: ui-monospace,"SF Mono","Cascadia Mono","Segoe UI Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
  color-scheme: light;
}
:root:lang(zh) {
  --serif: "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
}
:root.dark {
  --bg: #111418; --card: #181C21; --sunk: #0C0F12; --ink: #ECEBE7; --ink2: #B6BAC1; --ink3: #8F959E;
  --line: #2D333B; --grid: #252A31; --zero: #868D97; --hair: #262B32; --focus: #7DB7FF; --sel: #ECEBE7;
  --selink: #14171B; --before: #868D97; --edge: #6E7680; --f1: #7AA0FF; --f2: #F1A216; --f3: #66E3D6;
  --f4: #DD4B7C; --f5: #8B69F4; --f6: #BEE97C; --f7: #D5A3C8; --f8: #1E8DB4; --f9: #A9BE6B;
  --f10: #EFBAA0; --f11: #B074D8; --f12: #8A9AA9; --t1: #8CADFF; --t2: #F1A216; --t3: #66E3D6;
  --t4: #EC6E97; --t5: #A58BFF; --t6: #BEE97C; --t7: #D5A3C8; --t8: #4FB3D8; --t9: #A9BE6B;
  --t10: #EFBAA0; --t11: #C390E6; --t12: #9DACBA; --alive: #57B393; --alive-t: #74CBAD; --out: #F4764B;
  --out-t: #FF8E67; --acq: #8C9DE3; --acq-t: #A3B2F0; --wound: #868D96; --wound-t: #A3A9B1;
  --out-wash: #2E1D17; --warn: #E8B75A; --warn-wash: #2A2415; --shadow: 0 1px 2px rgba(0,0,0,.3);
  color-scheme: dark;
}
`;
