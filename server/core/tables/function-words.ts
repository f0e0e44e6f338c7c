/** Function words that no sentence has twice in a row, save where one of the two belongs to a word beside it. */

/** Last characters of words that end in it (目的的), and second ones of words that begin with it (的的确). */
const WORDS: Readonly<Record<string, { readonly ends: string; readonly begins: string }>> = {
  的: { ends: "目标之打端有似别真好是怎男女老少大小", begins: "确士哥姐话卢" },
  们: { ends: "哥爷娘姐妹", begins: "" },
  了: { ends: "为除不完免罢明末未得终", begins: "解却结断事账得之如无然悟愿望不当" },
  是: {
    ends: "但于还只就可要若总不正即凡或乃倒确既算像老光先都也便自如皆求其更才仍又最国",
    begins: "非否",
  },
  在: {
    ends: "存现所内潜实好旨意贵重正健外何志自还都仍不安常早同功事难赢胜利亦皆乐",
    begins: "于乎意场校职线编建册逃押读此内外下座望握岗家我你他她",
  },
  与: { ends: "参赠给授付寄施", begins: "会时其否共众此赛展" },
  将: { ends: "即必终行大上中少名战猛主老小健女干虎部武强麻闯良勇儒宿闽爱点悍", begins: "军领士要来近才相帅校官心信" },
  被: { ends: "植棉毛绒蚕丝线床条盖铺", begins: "子告捕单褥里面服迫动害窝套" },
  把: { ends: "一二两三四五六七八九十几数火大门车拖刀伞扫个掌手", begins: "关握手脉柄戏控式子门酒玩守家势" },
};

const HAN = /\p{Script=Han}/u;

/**
 * Whether the double at the offset of a text is of a function word, between Han characters with neither of which one
 * of the two makes a word.
 */
export function isDoubledFunctionWord(text: string, offset: number): boolean {
  const words = WORDS[text.charAt(offset)];
  const [before, behind] = [text.charAt(offset - 1), text.charAt(offset + 2)];
  if (!words || !HAN.test(before) || !HAN.test(behind)) return false;
  return !words.ends.includes(before) && !words.begins.includes(behind);
}
